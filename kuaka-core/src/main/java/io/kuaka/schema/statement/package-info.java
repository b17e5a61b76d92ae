/** Statements and calls as values, known before they run. */
@Internal
@NullMarked
package io.kuaka.schema.statement;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
