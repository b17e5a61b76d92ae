/** Turns a migration into a Java file to review, and edits such files. */
@Internal
@NullMarked
package io.kuaka.writer;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
