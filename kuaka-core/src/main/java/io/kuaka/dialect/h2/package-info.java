/** H2, from version 2.3. */
@NullMarked
package io.kuaka.dialect.h2;

import org.jspecify.annotations.NullMarked;
