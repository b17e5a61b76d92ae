/** Tables, columns and foreign keys, and the mapping from models to tables. */
@Internal
@NullMarked
package io.kuaka.schema.table;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
