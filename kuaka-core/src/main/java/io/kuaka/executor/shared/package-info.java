/** Walks along rows that several workers share. */
@Internal
@NullMarked
package io.kuaka.executor.shared;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
