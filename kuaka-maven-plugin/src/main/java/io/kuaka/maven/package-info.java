/**
 * The goals of {@code kuaka-maven-plugin}: the commands of the command line, run in Maven's own JVM on the project that is
 * being built.
 */
@Internal
@NullMarked
package io.kuaka.maven;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
