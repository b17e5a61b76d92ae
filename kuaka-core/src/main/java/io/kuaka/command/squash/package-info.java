/** The use cases of squashing: check, write, verify and finish a squash, and prune what it replaced. */
@Internal
@NullMarked
package io.kuaka.command.squash;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
