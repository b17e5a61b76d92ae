/** Tables, columns and foreign keys as one database has them, and how a model becomes a table. */
@Internal
@NullMarked
package io.kuaka.schema.table;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
