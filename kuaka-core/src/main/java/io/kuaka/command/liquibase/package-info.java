/** Asks the Liquibase of a project, by reflection: it is on the project's class path and not among Kuaka's dependencies. */
@Internal
@NullMarked
package io.kuaka.command.liquibase;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
