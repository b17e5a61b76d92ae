/** H2, from version 2.3. */
@Internal
@NullMarked
package io.kuaka.dialect.h2;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
