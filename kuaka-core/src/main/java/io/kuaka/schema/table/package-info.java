/** Tables, columns and foreign keys as one database has them, and how a model becomes a table. */
@NullMarked
package io.kuaka.schema.table;

import org.jspecify.annotations.NullMarked;
