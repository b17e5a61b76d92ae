/** What every package may know: the one exception type that users have to catch. */
@NullMarked
package io.kuaka.base;

import org.jspecify.annotations.NullMarked;
