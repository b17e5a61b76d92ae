/** The terminal, and what is asked there. */
@Internal
@NullMarked
package io.kuaka.cli.terminal;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
