/** How migrations depend on each other, which of them count on a given database, and what to run. */
@Internal
@NullMarked
package io.kuaka.graph;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
