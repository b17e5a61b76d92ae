/** Turns a migration into the Java file that people review. */
@Internal
@NullMarked
package io.kuaka.writer;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
