/** What the command line, build plugins and starters share: an application as a tool finds it, ready for commands. */
@Internal
@NullMarked
package io.kuaka.tooling;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
