/** The command line: parses options, calls a command, prints its result. */
@Internal
@NullMarked
package io.kuaka.cli;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
