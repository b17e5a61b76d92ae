/** Reads types, defaults and definitions of columns. */
@NullMarked
package io.kuaka.hibernate.column;

import org.jspecify.annotations.NullMarked;
