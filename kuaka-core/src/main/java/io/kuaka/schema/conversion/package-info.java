/** How values are converted when columns change: queries for values that don't fit, and the SQL that converts the others. */
@Internal
@NullMarked
package io.kuaka.schema.conversion;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
