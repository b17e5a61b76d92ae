package io.kuaka.compare;

import io.kuaka.expression.Expression;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Fields;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The state of a database that no entity describes: a model for each table, named as the table is, with fields named as
 * their columns are.
 *
 * <p>What a catalog only hints at, such as an enumeration behind a check, is guessed. The database then says whether the
 * guess leads to the same table, and {@link FoundState} takes back what doesn't.
 *
 * @param state the models, and the sequences that they take numbers from
 * @param untold differences that no model can state
 * @param strangers foreign keys to tables that weren't read, each as a sentence
 * @param unusedSequences sequences that no id takes numbers from, as far as the database tells
 */
public record FoundModels(
        ProjectState state, List<SchemaDifference> untold, List<String> strangers, List<TableName> unusedSequences) {
    /** The app of the models, until they get another one. */
    public static final String APP = "found";

    public FoundModels {
        untold = List.copyOf(untold);
        strangers = List.copyOf(strangers);
        unusedSequences = List.copyOf(unusedSequences);
    }

    /**
     * Reads the tables of a database.
     *
     * @param schemas the schemas to read besides the connection's own
     * @param wanted the tables to read
     */
    public static FoundModels read(
            Dialect dialect, Connection connection, Collection<String> schemas, Predicate<TableName> wanted)
            throws SQLException {
        Schema all = Schema.read(dialect, connection, schemas);
        Set<TableName> others =
                all.tables().stream().map(Table::name).filter(wanted.negate()).collect(Collectors.toSet());
        Schema schema = all.only(name -> !others.contains(name));
        FoundTypes types = TypeSamples.on(dialect, connection);
        Guess guess = new Guess(SchemaNames.of(dialect, connection), types, schema);
        ProjectState guessed = guess.state();
        Comparison comparison = Comparison.of(dialect, connection, guessed, others::contains);
        FoundState found = FoundState.of(comparison, comparison.all().differences(), types);
        Comparison again = Comparison.of(dialect, connection, found.state(), others::contains);
        return new FoundModels(
                found.state(), again.all().differences(), guess.strangers, guess.unusedSequences(found.state()));
    }

    /** Makes the state that the catalog suggests. */
    private static final class Guess {
        private final SchemaNames names;
        private final FoundTypes types;
        private final Schema schema;
        private final GuessedTypes guesses;
        private final Map<TableName, ModelKey> models = new HashMap<>();
        private final List<String> strangers = new ArrayList<>();
        private ProjectState state = ProjectState.empty();

        Guess(SchemaNames names, FoundTypes types, Schema schema) {
            this.names = names;
            this.types = types;
            this.schema = schema;
            this.guesses = new GuessedTypes(names, schema.enumerations());
        }

        ProjectState state() {
            for (Table table : schema.tables()) {
                models.put(table.name(), key(table.name()));
                state = state.withModel(APP, withColumns(table));
            }
            schema.tables().forEach(table -> update(table, model -> withReferences(table, model)));
            schema.tables().forEach(table -> update(table, model -> withRules(table, model)));
            state = new GuessedSequences(names, schema).in(state);
            return state;
        }

        private ModelKey key(TableName table) {
            String plain = names.written(table.name()).replace("`", "");
            return new ModelKey(APP, table.schema() == null ? plain : table.schema() + "." + plain);
        }

        private void update(Table table, UnaryOperator<ModelState> edit) {
            state = state.updateModel(key(table.name()), edit);
        }

        private ModelState withColumns(Table table) {
            ModelState model = Fields.model(key(table.name()).name())
                    .table(names.written(table.name().name()))
                    .schema(table.name().schema())
                    .comment(table.comment());
            for (Column column : table.columns()) {
                model = new FoundColumns(names, types, state, model, table).added(withOwnNow(column));
                Field field = fieldOf(model, column.name());
                model = guesses.of(table, column, field, types)
                        .map(field::withType)
                        .map(model::withAlteredField)
                        .orElse(model);
            }
            return new FoundKeys(names, state, models, model, table).primary().orElse(model);
        }

        /** Where the database's current time isn't what it stores times as, parentheses keep it apart from that of all databases. */
        private Column withOwnNow(Column column) {
            Expression value = column.defaultValue();
            String words = value == null ? "" : names.grammar().defaultOf(value);
            boolean isOwn = words.equalsIgnoreCase("current_timestamp")
                    && !names.grammar().valueFor(column, Expression.now()).equalsIgnoreCase(words);
            return isOwn ? column.withDefault(Expression.sql("(" + words + ")")) : column;
        }

        private Field fieldOf(ModelState model, String column) {
            return FoundColumns.fieldsOf(names, model, column).get(0);
        }

        private ModelState withReferences(Table table, ModelState model) {
            ModelState referring = model;
            for (ForeignKey key : table.foreignKeys()) {
                ModelKey target = models.get(names.canonical(key.target()));
                if (target == null) {
                    strangers.add("The foreign key \"" + key.name() + "\" of table \"" + table.name()
                            + "\" refers to table \"" + key.target() + "\", which wasn't read.");
                } else {
                    referring = withReference(referring, key, target);
                }
            }
            return referring;
        }

        /** A column that refers is the reference; several columns, or one that refers twice, get one beside them. */
        private ModelState withReference(ModelState model, ForeignKey key, ModelKey target) {
            Reference reference = reference(key, target);
            List<Field> fields =
                    key.columns().stream().map(column -> fieldOf(model, column)).toList();
            boolean isFree = fields.size() == 1 && !fields.get(0).isReference();
            if (isFree) {
                return model.withAlteredField(fields.get(0).withType(reference));
            }
            String name = names.written(key.name()).replace("`", "");
            Field beside = Field.of(model.fields().containsKey(name) ? name + "_" : name, reference)
                    .withColumns(key.columns().stream().map(names::written).toList())
                    .withNullable(fields.stream().anyMatch(Field::isNullable));
            return model.withField(beside);
        }

        private Reference reference(ForeignKey key, ModelKey target) {
            ModelState other = state.model(target);
            List<String> targets = key.targetColumns().stream()
                    .map(column -> fieldOf(other, column).name())
                    .toList();
            boolean isKey =
                    targets.equals(other.primaryKey().stream().map(Field::name).toList());
            return new Reference(
                    target,
                    isKey ? List.of() : targets,
                    key.onDelete(),
                    true,
                    names.written(key.name()),
                    key.isDeferred());
        }

        private ModelState withRules(Table table, ModelState model) {
            ModelState ruled = model;
            ruled = withRules(
                    table,
                    ruled,
                    Part.UNIQUE,
                    table.uniques().stream().map(Constraint::name).toList());
            ruled = withRules(
                    table,
                    ruled,
                    Part.CHECK,
                    table.checks().stream()
                            .map(Constraint::name)
                            .filter(name -> !guesses.implied(table, name))
                            .toList());
            ruled = withRules(
                    table,
                    ruled,
                    Part.EXCLUSION,
                    table.exclusions().stream().map(Constraint::name).toList());
            return withRules(
                    table,
                    ruled,
                    Part.INDEX,
                    table.indexes().stream().map(Index::name).toList());
        }

        private ModelState withRules(Table table, ModelState model, Part part, List<String> rules) {
            ModelState ruled = model;
            for (String rule : rules) {
                ruled = new FoundRules(names, types, ruled, table)
                        .added(part, rule)
                        .orElse(ruled);
            }
            return ruled;
        }

        List<TableName> unusedSequences(ProjectState used) {
            Set<TableName> taken = used.sequences().values().stream()
                    .map(each -> names.canonical(Schema.nameOf(each)))
                    .collect(Collectors.toSet());
            return schema.sequences().stream()
                    .map(Schema::nameOf)
                    .filter(name -> !taken.contains(name))
                    .toList();
        }
    }
}
