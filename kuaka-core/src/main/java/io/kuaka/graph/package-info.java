/** Where migrations stand to each other, which of them count in a given database, and the plan that follows. */
@Internal
@NullMarked
package io.kuaka.graph;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
