/** One migration in place of several, and the proof that it gives the same models. */
@Internal
@NullMarked
package io.kuaka.graph.squash;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
