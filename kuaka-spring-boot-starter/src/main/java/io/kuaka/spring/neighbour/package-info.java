/** Other tools that migrate the same database. */
@Internal
@NullMarked
package io.kuaka.spring.neighbour;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
