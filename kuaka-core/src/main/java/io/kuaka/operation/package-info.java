/** The operations that migrations are made of: one record each, which knows everything about itself but its SQL. */
@NullMarked
package io.kuaka.operation;

import org.jspecify.annotations.NullMarked;
