package io.kuaka.schema.table;

import io.kuaka.expression.Expression;
import io.kuaka.state.Sequence;

/**
 * A column that a sequence of its own numbers, by a default: what PostgreSQL makes of {@code serial}.
 *
 * @param defaultValue the default
 */
public record SerialColumn(TableName table, String column, Expression defaultValue, Sequence sequence) {}
