/** Turns a migration into the Java file that people review. */
@NullMarked
package io.kuaka.writer;

import org.jspecify.annotations.NullMarked;
