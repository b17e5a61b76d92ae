/** The difference of two states, piece by piece: what is only in one of them, and what isn't the same in both. */
@Internal
@NullMarked
package io.kuaka.state.diff;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
