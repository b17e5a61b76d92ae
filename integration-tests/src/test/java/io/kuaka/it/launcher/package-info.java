/** Tests of the shell script that starts Kuaka in a Maven or Gradle project. */
@NullMarked
package io.kuaka.it.launcher;

import org.jspecify.annotations.NullMarked;
