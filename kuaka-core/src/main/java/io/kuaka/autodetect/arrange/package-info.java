/** Turns proposed operations into migrations: order, division, numbers and names. */
@NullMarked
package io.kuaka.autodetect.arrange;

import org.jspecify.annotations.NullMarked;
