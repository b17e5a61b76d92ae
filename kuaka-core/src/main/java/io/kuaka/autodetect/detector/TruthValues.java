package io.kuaka.autodetect.detector;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Literal;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import io.kuaka.operation.AlterField;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows how a field keeps true and false: as such, or by one of two letters or numbers that a check of its own admits, as
 * Hibernate's converters for booleans have it.
 */
record TruthValues(Object yes, Object no) {
    private static final List<TruthValues> LETTERS = List.of(
            new TruthValues("Y", "N"), new TruthValues("T", "F"), new TruthValues("y", "n"), new TruthValues("t", "f"));
    /** The tokens of {@code lit in ('Y', 'N')}, and the places of the values among them. */
    private static final int CODE_OF_TWO = 7;

    private static final int FIRST = 3;
    private static final int SECOND = 5;
    private static final TruthValues NUMBERS = new TruthValues(1, 0);
    private static final TruthValues BOOLEANS = new TruthValues(true, false);

    /** Returns the change of a field with what true and false become, where no cast knows of it. */
    static AlterField replaced(AlterField alteration, ModelState before, Field old, ModelState after) {
        Optional<TruthValues> former = of(before, old);
        Optional<TruthValues> now = of(after, alteration.field());
        boolean isCast = now.equals(Optional.of(BOOLEANS))
                || now.equals(former)
                || (former.equals(Optional.of(BOOLEANS)) && now.equals(Optional.of(NUMBERS)));
        return former.isEmpty() || now.isEmpty() || isCast
                ? alteration
                : alteration.replacing(former.get().yes, now.get().yes).replacing(former.get().no, now.get().no);
    }

    /** Returns whether a field that stays as it is has other letters for true and false. */
    static boolean areOthers(ModelState before, Field old, ModelState after, Field now) {
        Optional<TruthValues> former = of(before, old);
        Optional<TruthValues> values = of(after, now);
        return former.isPresent() && values.isPresent() && !former.equals(values);
    }

    private static Optional<TruthValues> of(ModelState model, Field field) {
        if (!(field.type() instanceof ColumnType type)) {
            return Optional.empty();
        }
        return switch (type.family()) {
            case BOOLEAN -> Optional.of(BOOLEANS);
            case INTEGER -> Optional.of(NUMBERS).filter(values -> isChecked(model, field, values));
            case TEXT ->
                LETTERS.stream()
                        .filter(values -> isChecked(model, field, values))
                        .findFirst();
            case DECIMAL, FLOATING, BYTES, UUID, DATE, TIME, TIMESTAMP, INSTANT, JSON, XML -> Optional.empty();
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> Optional.empty();
        };
    }

    private static boolean isChecked(ModelState model, Field field, TruthValues values) {
        return model.constraints().values().stream()
                .filter(constraint -> constraint.uses(field))
                .anyMatch(constraint -> constraint instanceof CheckConstraint check
                        && admitted(check.condition()).equals(values.spelled()));
    }

    private Set<String> spelled() {
        return Set.of(spell(yes), spell(no));
    }

    private static String spell(@Nullable Object value) {
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    /** Returns what {@code in} admits, as SQL spells it; nothing where the condition is another one. */
    private static Set<String> admitted(Condition condition) {
        Set<String> admitted = new HashSet<>();
        if (condition instanceof Condition.In in) {
            in.choices().stream()
                    .filter(Literal.class::isInstance)
                    .map(choice -> spell(((Literal) choice).value()))
                    .forEach(admitted::add);
        } else if (condition instanceof RawSql raw) {
            List<SqlToken> code = SqlTokenizer.tokens(raw.sql(), SqlSyntax.STANDARD).stream()
                    .filter(SqlToken::isCode)
                    .toList();
            boolean isIn = code.size() == CODE_OF_TWO
                    && code.get(0).isName()
                    && code.get(1).isWord("in");
            if (isIn) {
                admitted.add(code.get(FIRST).text());
                admitted.add(code.get(SECOND).text());
            }
        }
        return admitted;
    }
}
