/** Who may change a database: one run at a time. */
@Internal
@NullMarked
package io.kuaka.lease;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
