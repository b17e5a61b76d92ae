/** What an operation touches and what it loses, read off the states before and after it. */
@Internal
@NullMarked
package io.kuaka.impact;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
