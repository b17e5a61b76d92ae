/** How values get through a change: which rows would not survive it, and the SQL that converts the others. */
@NullMarked
package io.kuaka.schema.conversion;

import org.jspecify.annotations.NullMarked;
