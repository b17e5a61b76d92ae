/**
 * The one language for conditions and values: filters, updates, check constraints, partial indexes, defaults and
 * generated columns are all written in it.
 */
@NullMarked
package io.kuaka.expression;

import org.jspecify.annotations.NullMarked;
