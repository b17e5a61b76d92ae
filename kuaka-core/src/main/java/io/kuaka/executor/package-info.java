/** Runs plans: states, transactions, statements, and the progress that is reported. */
@Internal
@NullMarked
package io.kuaka.executor;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
