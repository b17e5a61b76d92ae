/** Java expressions as values: what a migration file is made of, before it is text. */
@NullMarked
package io.kuaka.source;

import org.jspecify.annotations.NullMarked;
