package io.kuaka.autodetect.detector;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Verdict;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Thrown when fields get types that their values can't be converted to, before anything is written. */
public final class InconvertibleFieldsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<TypeChange> changes;

    /** A field that is to get another type. */
    public record TypeChange(ModelKey model, String field, ColumnType from, ColumnType to) {
        /** Returns the change of a field whose columns change from some types to others, if no database can make it. */
        static Optional<TypeChange> refused(
                ModelKey model, String field, List<ColumnType> before, List<ColumnType> after) {
            for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
                if (ConversionRules.of(before.get(i), after.get(i)) == Verdict.REFUSED) {
                    return Optional.of(new TypeChange(model, field, before.get(i), after.get(i)));
                }
            }
            return Optional.empty();
        }

        private String describe() {
            return "\"" + model + "." + field + "\" from " + from.kind().factory() + " to "
                    + to.kind().factory();
        }
    }

    InconvertibleFieldsException(List<TypeChange> changes) {
        super("No database can change "
                + changes.stream().map(TypeChange::describe).collect(Collectors.joining(", or "))
                + ": their values aren't convertible. No migration was written.\n"
                + "Replace the field in four steps, each with a migration of its own:\n"
                + "  1. Add a nullable field of the new type under another name, and run 'kuaka makemigrations'.\n"
                + "  2. Run 'kuaka makemigrations --empty', and fill the new field there with RunJava or RunSql.\n"
                + "  3. Remove the old field, and run 'kuaka makemigrations'.\n"
                + "  4. Give the new field the name of the old one, and run 'kuaka makemigrations'.");
        this.changes = List.copyOf(changes);
    }

    /** Returns the changes that no database can make. */
    public List<TypeChange> changes() {
        return changes;
    }
}
