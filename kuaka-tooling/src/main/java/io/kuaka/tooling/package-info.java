/** What the command line, build plugins and starters share: an application as a tool finds it, ready for commands. */
@NullMarked
package io.kuaka.tooling;

import org.jspecify.annotations.NullMarked;
