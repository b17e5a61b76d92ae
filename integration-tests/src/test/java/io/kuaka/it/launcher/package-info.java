/** Tests of the shell script that starts Kuaka in a Maven project. */
@NullMarked
package io.kuaka.it.launcher;

import org.jspecify.annotations.NullMarked;
