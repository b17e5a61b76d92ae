/**
 * What every package may know: the one exception type that users have to catch, the mark of what isn't API, and the
 * measure behind "did you mean".
 */
@NullMarked
package io.kuaka.base;

import org.jspecify.annotations.NullMarked;
