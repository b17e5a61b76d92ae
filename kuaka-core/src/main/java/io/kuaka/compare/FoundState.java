package io.kuaka.compare;

import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import io.kuaka.state.diff.KeyOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the state would have to be so that the database is as it says: the state that was compared, with differences taken
 * over from the database.
 *
 * <p>Tables that the state doesn't know stay unknown. Law: with all differences taken over, nothing is left to differ but
 * what is {@link #untold}.
 *
 * @param untold differences that no model can state, such as what happens to referring rows when a key changes
 */
public record FoundState(ProjectState state, List<SchemaDifference> untold) {
    public FoundState {
        untold = List.copyOf(untold);
    }

    /** Returns the state of a comparison with some of its differences taken over. */
    public static FoundState of(Comparison comparison, Collection<SchemaDifference> differences) {
        return of(comparison, differences, FoundTypes.of(comparison));
    }

    /** Returns the same where a catalog's words mean these types. */
    static FoundState of(Comparison comparison, Collection<SchemaDifference> differences, FoundTypes types) {
        return new Correction(comparison, types).of(differences);
    }

    /**
     * Returns a state without that part of it that differs: the rule, or the reference. With the step back, a migration
     * defines the part anew, by which it loses what no model can state.
     *
     * @return empty where rows would lose more, as for columns and tables
     */
    public static Optional<ProjectState> without(
            Comparison comparison, ProjectState state, SchemaDifference difference) {
        return new Correction(comparison, FoundTypes.of(comparison), state)
                .without(difference)
                .filter(without -> !without.equals(state));
    }

    /** Takes over one difference after another. */
    private static final class Correction {
        /** Columns come before the rules over them; what is missing goes when nothing mentions it any longer. */
        private static final Comparator<SchemaDifference> ORDER = Comparator.comparing(Correction::isTable)
                .thenComparing(Correction::isMissingColumn)
                .thenComparing(SchemaDifference::part);

        private final SchemaNames names;
        private final Map<TableName, Table> found;
        private final Map<String, List<String>> enumerations;
        private final Map<TableName, Sequence> sequences;
        private final FoundTypes types;
        private final Map<TableName, ModelKey> models = new HashMap<>();
        private ProjectState state;

        Correction(Comparison comparison, FoundTypes types) {
            this(comparison, types, comparison.state());
        }

        Correction(Comparison comparison, FoundTypes types, ProjectState state) {
            names = comparison.names();
            found = comparison.found().tables().stream()
                    .collect(Collectors.toMap(Table::name, Function.identity(), (one, other) -> one));
            enumerations = comparison.found().enumerations();
            sequences = comparison.found().sequences().stream()
                    .collect(Collectors.toMap(Schema::nameOf, Function.identity(), (one, other) -> one));
            this.types = types;
            this.state = state;
            state.models().forEach((key, model) -> models.put(nameOf(model), key));
        }

        private TableName nameOf(ModelState model) {
            return names.canonical(new TableName(model.schema(), model.table()));
        }

        private static boolean isTable(SchemaDifference difference) {
            return difference.part() == Part.TABLE;
        }

        private static boolean isMissingColumn(SchemaDifference difference) {
            return difference.part() == Part.COLUMN && difference.aspect().isEmpty() && difference.found() == null;
        }

        FoundState of(Collection<SchemaDifference> differences) {
            List<SchemaDifference> untold = new ArrayList<>();
            differences.stream().sorted(ORDER).forEach(each -> {
                Optional<ProjectState> next = next(each);
                next.ifPresentOrElse(known -> state = known, () -> untold.add(each));
            });
            return new FoundState(state, untold);
        }

        Optional<ProjectState> without(SchemaDifference difference) {
            return switch (difference.part()) {
                case UNIQUE, CHECK, EXCLUSION, INDEX ->
                    edit(
                            difference,
                            (model, table) -> Optional.of(new FoundRules(names, types, model, table)
                                    .without(difference.part(), difference.name())));
                case FOREIGN_KEY -> key(difference, keys -> keys.without(difference.name()));
                case COLUMN ->
                    difference.aspect().equals("type")
                            ? inModel(difference, columns -> columns.withoutReference(difference.name()))
                            : Optional.empty();
                case PRIMARY_KEY, TABLE, SEQUENCE, ENUMERATION -> Optional.empty();
            };
        }

        private Optional<ProjectState> next(SchemaDifference difference) {
            if (difference.isTrait()) {
                return Optional.empty();
            }
            return switch (difference.part()) {
                case SEQUENCE -> sequence(difference);
                case ENUMERATION -> enumeration(difference);
                case TABLE -> table(difference);
                case COLUMN -> inModel(difference, columns -> columns.with(difference));
                case PRIMARY_KEY -> primaryKey(difference);
                case FOREIGN_KEY -> key(difference, keys -> keys.foreign(difference));
                case UNIQUE, CHECK, EXCLUSION, INDEX -> rule(difference);
            };
        }

        private Optional<ProjectState> table(SchemaDifference difference) {
            return switch (difference.aspect()) {
                case "" -> withoutTable(difference);
                case "comment" -> comment(difference);
                default -> Optional.empty();
            };
        }

        private Optional<ProjectState> inModel(
                SchemaDifference difference, Function<FoundColumns, Optional<ModelState>> edit) {
            return edit(difference, (model, table) -> edit.apply(new FoundColumns(names, types, state, model, table)));
        }

        /** References to a key follow its order. */
        private Optional<ProjectState> primaryKey(SchemaDifference difference) {
            return key(difference, keys -> keys.primary(difference)).map(next -> {
                ModelKey key = Objects.requireNonNull(models.get(difference.owner()));
                List<String> before = keyOf(state, key);
                List<String> order = keyOf(next, key);
                boolean isOtherOrder =
                        !before.equals(order) && Set.copyOf(before).equals(Set.copyOf(order));
                return isOtherOrder ? withNames(state, KeyOrder.reorder(state, key, order)) : next;
            });
        }

        /** The differences call a foreign key as it was called before its columns got another order. */
        private static ProjectState withNames(ProjectState former, ProjectState reordered) {
            ProjectState named = reordered;
            for (Map.Entry<ModelKey, ModelState> entry : former.models().entrySet()) {
                ModelState before = entry.getValue();
                for (Field field : reordered.model(entry.getKey()).fields().values()) {
                    Field earlier = before.field(field.name());
                    if (FoundKeys.isConstrained(earlier) && !earlier.columns().equals(field.columns())) {
                        Field kept = field.foreignKey(FoundKeys.nameOf(before, earlier));
                        named = named.updateModel(entry.getKey(), model -> model.withAlteredField(kept));
                    }
                }
            }
            return named;
        }

        private static List<String> keyOf(ProjectState known, ModelKey key) {
            return known.model(key).primaryKey().stream().map(Field::name).toList();
        }

        private Optional<ProjectState> key(
                SchemaDifference difference, Function<FoundKeys, Optional<ModelState>> edit) {
            return edit(difference, (model, table) -> edit.apply(new FoundKeys(names, state, models, model, table)));
        }

        private Optional<ProjectState> rule(SchemaDifference difference) {
            return edit(difference, (model, table) -> new FoundRules(names, types, model, table).with(difference));
        }

        /** The change of a model to what its table is. */
        private interface Edit {
            Optional<ModelState> of(ModelState model, Table table);
        }

        private Optional<ProjectState> edit(SchemaDifference difference, Edit edit) {
            ModelKey key = models.get(difference.owner());
            Table table = found.get(difference.owner());
            return key == null || table == null
                    ? Optional.empty()
                    : edit.of(state.model(key), table).map(model -> state.updateModel(key, any -> model));
        }

        private Optional<ProjectState> comment(SchemaDifference difference) {
            return edit(difference, (model, table) -> Optional.of(model.comment(table.comment())));
        }

        /** What referred to the table are plain columns. */
        private Optional<ProjectState> withoutTable(SchemaDifference difference) {
            ModelKey gone = Objects.requireNonNull(models.get(difference.owner()));
            ProjectState rest = state;
            for (ModelKey key : state.referrers(gone)) {
                for (Field field : state.model(key).fields().values()) {
                    if (field.refersTo(gone)) {
                        List<ColumnType> plain = field.type().columnTypes(state);
                        if (plain.size() != 1) {
                            return Optional.empty();
                        }
                        rest = rest.updateModel(key, model -> model.withAlteredField(field.withType(plain.get(0))));
                    }
                }
            }
            return Optional.of(rest.withoutModel(gone));
        }

        private Optional<ProjectState> sequence(SchemaDifference difference) {
            Optional<ModelKey> key = state.sequences().entrySet().stream()
                    .filter(entry ->
                            names.canonical(Schema.nameOf(entry.getValue())).equals(difference.owner()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            Sequence there = sequences.get(difference.owner());
            return key.map(known -> there == null
                    ? withoutSequence(known)
                    : state.withAlteredSequence(
                            known.app(),
                            state.sequence(known).startingAt(there.start()).incrementedBy(there.increment())));
        }

        private ProjectState withoutSequence(ModelKey key) {
            ProjectState rest = eachField(field -> field.takesNumbersFrom(key) ? field.withIdGenerator(null) : field);
            return rest.withoutSequence(key);
        }

        private Optional<ProjectState> enumeration(SchemaDifference difference) {
            String name = difference.owner().name();
            List<String> values = enumerations.get(name);
            return Optional.ofNullable(values)
                    .map(there -> eachField(field -> {
                        boolean isMeant = field.type() instanceof ColumnType type
                                && type.kind() == ColumnType.Kind.NATIVE_ENUM
                                && names.isSame(type.requireName(), name);
                        return isMeant
                                ? field.withType(
                                        ColumnType.nativeEnum(((ColumnType) field.type()).requireName(), there))
                                : field;
                    }));
        }

        private ProjectState eachField(UnaryOperator<Field> edit) {
            ProjectState edited = state;
            for (ModelKey key : state.models().keySet()) {
                for (Field field : state.model(key).fields().values()) {
                    Field now = edit.apply(field);
                    if (!now.equals(field)) {
                        edited = edited.updateModel(key, model -> model.withAlteredField(now));
                    }
                }
            }
            return edited;
        }
    }
}
