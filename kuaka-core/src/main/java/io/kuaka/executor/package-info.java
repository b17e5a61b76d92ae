/** Runs plans: states, transactions, statements and what is told of them while they run. */
@NullMarked
package io.kuaka.executor;

import org.jspecify.annotations.NullMarked;
