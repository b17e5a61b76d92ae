/** Values on their way to and from JDBC, and what the catalog of a database is asked. */
@NullMarked
package io.kuaka.schema.jdbc;

import org.jspecify.annotations.NullMarked;
