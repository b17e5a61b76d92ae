/** What a run does when others hold the locks that it needs. */
@Internal
@NullMarked
package io.kuaka.executor.locks;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
