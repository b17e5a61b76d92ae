/** Who is told of a run, and what is told to several. */
@Internal
@NullMarked
package io.kuaka.executor.listener;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
