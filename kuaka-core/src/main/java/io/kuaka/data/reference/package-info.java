/** Rows as the values of references. */
@NullMarked
package io.kuaka.data.reference;

import org.jspecify.annotations.NullMarked;
