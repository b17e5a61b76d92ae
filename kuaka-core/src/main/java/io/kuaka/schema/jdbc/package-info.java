/** Conversion of values to and from JDBC, and queries of the catalog. */
@Internal
@NullMarked
package io.kuaka.schema.jdbc;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
