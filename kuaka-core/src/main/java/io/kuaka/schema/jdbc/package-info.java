/** Values on their way to and from JDBC, and what the catalog of a database is asked. */
@Internal
@NullMarked
package io.kuaka.schema.jdbc;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
