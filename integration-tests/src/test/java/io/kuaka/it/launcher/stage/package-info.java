/** A place in which the launcher runs without starting Kuaka. */
@NullMarked
package io.kuaka.it.launcher.stage;

import org.jspecify.annotations.NullMarked;
