/** Java expressions as values, from which migration files are written. */
@Internal
@NullMarked
package io.kuaka.source;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
