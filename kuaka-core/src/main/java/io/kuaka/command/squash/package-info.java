/** The use cases around a squash: write it, check it, verify it, finish it, prune what it replaced. */
@NullMarked
package io.kuaka.command.squash;

import org.jspecify.annotations.NullMarked;
