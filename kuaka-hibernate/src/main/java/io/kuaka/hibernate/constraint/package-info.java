/** Reads indexes, unique keys and checks, and builds the finished models. */
@NullMarked
package io.kuaka.hibernate.constraint;

import org.jspecify.annotations.NullMarked;
