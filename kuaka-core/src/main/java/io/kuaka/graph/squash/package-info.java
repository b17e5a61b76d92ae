/** One migration in the place of several, and the proof that it does the same. */
@NullMarked
package io.kuaka.graph.squash;

import org.jspecify.annotations.NullMarked;
