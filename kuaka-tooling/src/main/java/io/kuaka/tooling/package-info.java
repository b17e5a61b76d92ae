/**
 * What the command line, build plugins and starters share: an application's settings, apps, models and databases, for
 * commands.
 */
@Internal
@NullMarked
package io.kuaka.tooling;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
