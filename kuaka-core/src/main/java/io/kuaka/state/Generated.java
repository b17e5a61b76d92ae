package io.kuaka.state;

import io.kuaka.expression.Expression;

/**
 * How a generated column gets its value.
 *
 * @param expression what the database computes from the other fields of the row
 * @param stored whether the value is stored; otherwise it is computed when it is read
 */
public record Generated(Expression expression, boolean stored) {}
