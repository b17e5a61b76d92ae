/** Runs plans: states, transactions, statements and what is told of them while they run. */
@Internal
@NullMarked
package io.kuaka.executor;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
