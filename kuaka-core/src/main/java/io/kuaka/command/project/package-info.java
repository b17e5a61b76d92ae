/** What commands work on: a project's classes, sources and settings, and the connection to its database. */
@Internal
@NullMarked
package io.kuaka.command.project;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
