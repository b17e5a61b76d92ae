/** The map that a state keeps its models in: an edit copies little of it. */
@Internal
@NullMarked
package io.kuaka.state.tree;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
