/** What stands on the command line besides commands, before any command is looked at. */
@Internal
@NullMarked
package io.kuaka.cli.arguments;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
