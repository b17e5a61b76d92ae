/** Turns proposed operations into migrations: orders, splits, numbers and names them. */
@Internal
@NullMarked
package io.kuaka.autodetect.arrange;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
