/** What an operation touches and what it loses, read off the states before and after it. */
@NullMarked
package io.kuaka.impact;

import org.jspecify.annotations.NullMarked;
