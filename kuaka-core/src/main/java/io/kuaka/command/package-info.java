/** One class per use case, each with its options and its result; the only place that connects the stages. */
@Internal
@NullMarked
package io.kuaka.command;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
