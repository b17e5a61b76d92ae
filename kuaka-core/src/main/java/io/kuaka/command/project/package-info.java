/** What commands work on: a project's classes, sources and settings, and the connection to its database. */
@NullMarked
package io.kuaka.command.project;

import org.jspecify.annotations.NullMarked;
