/** What is done with the command line before any command: the order of arguments, and the version. */
@Internal
@NullMarked
package io.kuaka.cli.arguments;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
