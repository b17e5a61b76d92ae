package io.kuaka.autodetect.detector;

import io.kuaka.expression.Condition;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.Literal;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values that a check admits in a field, as SQL spells them: {@code 'Y'} and {@code 'N'} of {@code lit in ('Y', 'N')}. */
final class AdmittedValues {
    /** The tokens of {@code lit in ()}. */
    private static final int CODE_AROUND = 4;

    private static final int FIRST = 3;

    private AdmittedValues() {}

    /** Returns what each check of a field admits; a check that says anything else isn't among them. */
    static Stream<List<String>> of(ModelState model, Field field) {
        return model.constraints().values().stream()
                .filter(constraint -> constraint.uses(field))
                .map(constraint -> constraint instanceof CheckConstraint check ? of(check.condition(), field) : null)
                .filter(Objects::nonNull);
    }

    private static @Nullable List<String> of(Condition condition, Field field) {
        if (condition instanceof Condition.In in) {
            boolean isList = in.operand().equals(new FieldRef(field.name()))
                    && in.choices().stream().allMatch(Literal.class::isInstance);
            return isList
                    ? in.choices().stream()
                            .map(choice -> spell(((Literal) choice).value()))
                            .toList()
                    : null;
        }
        return condition instanceof RawSql raw ? of(raw) : null;
    }

    private static @Nullable List<String> of(RawSql raw) {
        List<SqlToken> code = SqlTokenizer.tokens(raw.sql(), SqlSyntax.STANDARD).stream()
                .filter(SqlToken::isCode)
                .toList();
        boolean isIn = code.size() > CODE_AROUND
                && code.get(0).isName()
                && code.get(1).isWord("in")
                && code.get(2).isSign("(")
                && code.get(code.size() - 1).isSign(")");
        if (!isIn) {
            return null;
        }
        List<String> admitted = new ArrayList<>();
        for (int i = FIRST; i < code.size() - 1; i++) {
            boolean isValue = (i - FIRST) % 2 == 0;
            if (isValue) {
                admitted.add(code.get(i).text());
            } else if (!code.get(i).isSign(",")) {
                return null;
            }
        }
        return admitted;
    }

    static String spell(@Nullable Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }
}
