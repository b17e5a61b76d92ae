/** The difference between two states, piece by piece: what only one of them has, and what differs. */
@Internal
@NullMarked
package io.kuaka.state.diff;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
