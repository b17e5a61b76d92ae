/** How values get through a change: which rows would not survive it, and the SQL that converts the others. */
@Internal
@NullMarked
package io.kuaka.schema.conversion;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
