package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows how a field keeps true and false: as such, or by one of two letters or numbers that a check of its own admits, as
 * Hibernate's converters for booleans have it.
 */
record TruthValues(Object yes, Object no) {
    private static final List<TruthValues> LETTERS = List.of(
            new TruthValues("Y", "N"), new TruthValues("T", "F"), new TruthValues("y", "n"), new TruthValues("t", "f"));
    private static final TruthValues NUMBERS = new TruthValues(1, 0);
    private static final TruthValues BOOLEANS = new TruthValues(true, false);

    /** Returns the change of a field with what true and false become, where no cast knows of it. */
    static AlterField replaced(AlterField alteration, ModelState before, Field old, ModelState after) {
        Optional<TruthValues> former = of(before, old);
        Optional<TruthValues> now = of(after, alteration.field());
        // A cast from letters would do, but not one back.
        boolean isCast = now.equals(former) || (areCast(former) && areCast(now));
        return former.isEmpty() || now.isEmpty() || isCast
                ? alteration
                : alteration.replacing(former.get().yes, now.get().yes).replacing(former.get().no, now.get().no);
    }

    private static boolean areCast(Optional<TruthValues> values) {
        return values.filter(each -> each.equals(BOOLEANS) || each.equals(NUMBERS))
                .isPresent();
    }

    /** Returns how a field keeps true and false; empty if it keeps anything else. */
    static Optional<TruthValues> of(ModelState model, Field field) {
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
        Set<String> spelled = Set.of(AdmittedValues.spell(values.yes), AdmittedValues.spell(values.no));
        return AdmittedValues.of(model, field)
                .anyMatch(admitted -> Set.copyOf(admitted).equals(spelled));
    }
}
