/** How a difference between a database and its history is fixed, in either of them. */
@Internal
@NullMarked
package io.kuaka.command.repair;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
