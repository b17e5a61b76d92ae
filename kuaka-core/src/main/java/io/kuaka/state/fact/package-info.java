/** What an application takes columns and values for, which no database knows. */
@Internal
@NullMarked
package io.kuaka.state.fact;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
