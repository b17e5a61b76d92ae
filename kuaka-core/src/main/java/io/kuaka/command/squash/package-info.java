/** The use cases around a squash: write it, check it, verify it, finish it, prune what it replaced. */
@Internal
@NullMarked
package io.kuaka.command.squash;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
