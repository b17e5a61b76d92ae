package io.kuaka.schema.table;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Renames columns within the parts of a table, as databases do by themselves. */
public final class Renaming {
    private Renaming() {}

    public static Expression rename(Expression expression, Map<String, String> renames) {
        return expression.mapFields(Expression.renaming(renames)).renameColumns(renames);
    }

    public static List<String> rename(List<String> columns, Map<String, String> renames) {
        return columns.stream().map(Expression.renaming(renames)).toList();
    }

    public static Index rename(Index index, Map<String, String> renames) {
        return index.rewriteExpressions(expressions(renames), Expression.renaming(renames));
    }

    public static UniqueConstraint rename(UniqueConstraint unique, Map<String, String> renames) {
        return unique.rewriteExpressions(expressions(renames), Expression.renaming(renames));
    }

    public static CheckConstraint rename(CheckConstraint check, Map<String, String> renames) {
        return new CheckConstraint(check.name(), (Condition) rename(check.condition(), renames));
    }

    public static ExclusionConstraint rename(ExclusionConstraint exclusion, Map<String, String> renames) {
        return exclusion.rewriteExpressions(expressions(renames), Expression.renaming(renames));
    }

    private static UnaryOperator<Expression> expressions(Map<String, String> renames) {
        return expression -> rename(expression, renames);
    }
}
