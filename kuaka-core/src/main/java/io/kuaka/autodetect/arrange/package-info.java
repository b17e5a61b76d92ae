/** Turns proposed operations into migrations: order, division, numbers and names. */
@Internal
@NullMarked
package io.kuaka.autodetect.arrange;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
