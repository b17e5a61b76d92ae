/**
 * What every package may use: the one exception type that users have to catch, the annotation for what isn't API, and
 * the distance behind "did you mean".
 */
@NullMarked
package io.kuaka.base;

import org.jspecify.annotations.NullMarked;
