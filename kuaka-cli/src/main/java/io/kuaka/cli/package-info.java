/** The command line: parses options, calls a command, prints its result. */
@NullMarked
package io.kuaka.cli;

import org.jspecify.annotations.NullMarked;
