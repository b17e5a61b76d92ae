/** Trying migrations in a database in which nothing remains: there, back, and there again. */
@Internal
@NullMarked
package io.kuaka.command.trial;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
