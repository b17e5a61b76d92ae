package io.kuaka.hibernate.boot;

import org.hibernate.dialect.aggregate.AggregateSupportImpl;
import org.hibernate.mapping.Column;
import org.hibernate.metamodel.mapping.SqlTypedMapping;
import org.hibernate.type.spi.TypeConfiguration;

/** Supports embeddables in one column, such as JSON. The expressions that this needs are never run. */
final class NeutralAggregates extends AggregateSupportImpl {
    @Override
    public String aggregateComponentCustomReadExpression(
            String template,
            String placeholder,
            String aggregateParentReadExpression,
            String columnExpression,
            int aggregateColumnTypeCode,
            SqlTypedMapping column,
            TypeConfiguration typeConfiguration) {
        return template;
    }

    @Override
    public String aggregateComponentAssignmentExpression(
            String aggregateParentAssignmentExpression,
            String columnExpression,
            int aggregateColumnTypeCode,
            Column column) {
        return columnExpression;
    }

    @Override
    public boolean requiresAggregateCustomWriteExpressionRenderer(int aggregateSqlTypeCode) {
        return false;
    }
}
