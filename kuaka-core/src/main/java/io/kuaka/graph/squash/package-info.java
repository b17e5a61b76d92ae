/** One migration in the place of several, and the proof that it does the same. */
@Internal
@NullMarked
package io.kuaka.graph.squash;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
