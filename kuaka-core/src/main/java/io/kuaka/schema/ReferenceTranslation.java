package io.kuaka.schema;

import io.kuaka.expression.Expression;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.grammar.Lookup;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of a reference that identifies the same rows by other fields afterwards: by a number instead of the id.
 *
 * <p>The values of the old columns mean nothing in the new ones. So the new columns are added, their values are looked
 * up in the target table, and then the old columns are dropped.
 */
public final class ReferenceTranslation {
    private static final String FORMER = "kuaka__";
    private static final String TARGET = "target";

    private final OperationContext context;
    private final ModelKey key;
    private final Field before;
    private final Field after;
    private final Map<String, String> formerTargets;
    private final Map<String, String> targets;

    private ReferenceTranslation(OperationContext context, ModelKey key, Field before, Field after) {
        this.context = context;
        this.key = key;
        this.before = before;
        this.after = after;
        formerTargets = targets(before, context.before());
        targets = targets(after, context.after());
    }

    /** Returns the translation that a changed field needs; empty if its values keep their meaning. */
    public static Optional<ReferenceTranslation> of(OperationContext context, String model, String field) {
        ModelKey key = context.key(model);
        Field before = context.before().model(key).field(field);
        Field after = context.after().model(key).field(field);
        return before.type() instanceof Reference former
                        && after.type() instanceof Reference reference
                        && former.to().equals(reference.to())
                ? Optional.of(new ReferenceTranslation(context, key, before, after))
                        .filter(ReferenceTranslation::isNeeded)
                : Optional.empty();
    }

    /** Returns the columns of a reference with the columns that they refer to. */
    private static Map<String, String> targets(Field field, ProjectState state) {
        List<String> columns = field.requireReference().targetFields(state).stream()
                .flatMap(target -> target.columns().stream())
                .toList();
        Map<String, String> targets = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), field.columns().size()); i++) {
            targets.put(field.columns().get(i), columns.get(i));
        }
        return targets;
    }

    /** A column that another field has already is filled by that field, so nothing is looked up for it. */
    private boolean isNeeded() {
        List<String> wanted = newColumns();
        return !wanted.isEmpty()
                && context.before().model(key).fields().values().stream()
                        .filter(other -> !other.name().equals(before.name()))
                        .flatMap(other -> other.columns().stream())
                        .noneMatch(column -> wanted.stream().anyMatch(each -> isSame(each, column)));
    }

    /** Returns the columns whose values have to be looked up. */
    private List<String> newColumns() {
        return targets.keySet().stream()
                .filter(column -> !formerTargets.containsValue(targets.get(column)))
                .toList();
    }

    /**
     * Changes the tables and translates the values.
     *
     * @param fill what rows without a reference get; null if they need nothing
     * @throws TranslatedKeyException if other models refer to rows by this reference
     */
    public void execute(SchemaEditor editor, @Nullable Expression fill) {
        requireNoReferrers();
        SqlGrammar grammar = editor.grammar();
        Field former =
                before.columns(before.columns().stream().map(this::formerName).toArray(String[]::new));
        ProjectState renamed = context.before().updateModel(key, model -> model.withAlteredField(former));
        ProjectState filled = renamed.updateModel(key, this::withNewColumns);
        editor.changeRows(requireTargets(grammar));
        if (!former.equals(before)) {
            editor.alterTables(context.between(context.before(), renamed).changes(key.name()));
        }
        editor.alterTables(context.between(renamed, filled).changes(key.name()));
        editor.changeRows(lookUp(grammar, TableMapping.of(filled, key)));
        editor.alterTables(List.of(new TableChange(
                TableMapping.of(filled, key), TableMapping.of(context.after(), key), renames(), fills(fill))));
    }

    private void requireNoReferrers() {
        for (ModelKey referrer : context.before().referrers(key)) {
            boolean isTarget = context.before().model(referrer).fields().values().stream()
                    .filter(field -> field.type() instanceof Reference reference
                            && reference.to().equals(key))
                    .flatMap(field -> field.requireReference().targetFields(context.before()).stream())
                    .anyMatch(target -> target.name().equals(before.name()));
            if (isTarget) {
                throw new TranslatedKeyException(key, before.name(), referrer);
            }
        }
    }

    /** Returns the temporary name of a column whose name a new one takes. */
    private String formerName(String column) {
        return newColumns().stream().anyMatch(each -> isSame(each, column)) ? FORMER + column.replace("`", "") : column;
    }

    private ModelState withNewColumns(ModelState model) {
        List<ColumnType> types = after.type().columnTypes(context.after());
        ModelState wider = model;
        for (String column : newColumns()) {
            ColumnType type = types.get(after.columns().indexOf(column));
            wider = wider.withField(
                    Field.of(FORMER + column, type).column(column).nullable());
        }
        return wider;
    }

    private Sql requireTargets(SqlGrammar grammar) {
        Table table = TableMapping.of(context.before(), key);
        Table target =
                TableMapping.of(context.before(), before.requireReference().to());
        List<String> mayBeNull = newColumns().stream()
                .map(targets::get)
                .filter(column -> target.column(column).orElseThrow().isNullable())
                .toList();
        List<String> found = new ArrayList<>(grammar.links(lookup(table.name(), column -> column), "child"));
        mayBeNull.forEach(column -> found.add(TARGET + "." + grammar.identifier(column) + " is not null"));
        String query = "select 1 from " + grammar.name(table.name()) + " child where "
                + present(grammar, "child", column -> column) + " and not exists (select 1 from "
                + grammar.name(target.name()) + " " + TARGET + " where " + String.join(" and ", found) + ")";
        String noValue = mayBeNull.isEmpty() ? "" : " with a value in \"" + String.join("\", \"", mayBeNull) + "\"";
        return Sql.assertEmpty(
                query,
                "Table \"" + table.name() + "\" has rows whose \"" + String.join("\", \"", before.columns())
                        + "\" can't be translated: they refer to no row of \"" + target.name() + "\"" + noValue
                        + ". Update or delete them first.");
    }

    private Sql lookUp(SqlGrammar grammar, Table table) {
        Lookup lookup = lookup(table.name(), this::formerName);
        String row = grammar.identifier(table.name().name());
        return Sql.rows(grammar.lookUp(lookup, present(grammar, row, this::formerName)));
    }

    /** Returns the lookup of the new values; {@code names} gives the columns of the reference the names that they have now. */
    private Lookup lookup(TableName table, UnaryOperator<String> names) {
        TableName target = TableMapping.of(
                        context.before(), before.requireReference().to())
                .name();
        Map<String, String> values = new LinkedHashMap<>();
        newColumns().forEach(column -> values.put(column, Objects.requireNonNull(targets.get(column))));
        Map<String, String> links = new LinkedHashMap<>();
        formerTargets.forEach((column, of) -> links.put(of, names.apply(column)));
        return new Lookup(table, target, TARGET, values, links);
    }

    /** Returns the condition that a row's reference isn't null. */
    private String present(SqlGrammar grammar, String row, UnaryOperator<String> names) {
        return before.columns().stream()
                .map(column -> row + "." + grammar.identifier(names.apply(column)) + " is not null")
                .collect(Collectors.joining(" and "));
    }

    /** A column that refers to what another one referred to takes its place. */
    private Map<String, String> renames() {
        Map<String, String> renames = new LinkedHashMap<>();
        formerTargets.forEach((column, target) -> targets.forEach((now, other) -> {
            if (other.equals(target) && !now.equals(formerName(column))) {
                renames.put(formerName(column), now);
            }
        }));
        return renames;
    }

    private Map<String, Expression> fills(@Nullable Expression fill) {
        return fill == null
                ? Map.of()
                : after.columns().stream().collect(Collectors.toMap(column -> column, column -> fill));
    }

    private static boolean isSame(String column, String other) {
        return folded(column).equals(folded(other));
    }

    private static String folded(String column) {
        return column.replace("`", "").toLowerCase(Locale.ROOT);
    }
}
