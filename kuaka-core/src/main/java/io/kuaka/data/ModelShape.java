package io.kuaka.data;

import io.kuaka.data.sql.RowSql;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.Related;
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model and its table, and how a path of fields is resolved to columns.
 *
 * <p>A field's own name always wins, so {@code address.street} is the embedded field if there is one. Any other path
 * with a dot follows a reference: to a column of this table if it leads to the referenced key, and by a subselect
 * otherwise, which works in updates and deletions as well as in queries.
 */
final class ModelShape {
    private final ProjectState state;
    private final RowGrammar grammar;
    private final ModelKey key;
    private final ModelState model;
    private final Table table;
    private final List<Column> primaryKey;
    private final Map<String, List<Column>> columnsOfPaths = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] keyPositions;
    private final Map<BitSet, RowSql> updates = new HashMap<>();
    /** The name of the table in the statement, if it isn't its own. */
    private final @Nullable String alias;
    /** The table that a statement with this model changes. */
    private final TableName changed;
    /** The tenant whose rows are wanted, if only those of one are. */
    private final @Nullable Tenancy tenancy;

    ModelShape(ProjectState state, RowGrammar grammar, ModelKey key) {
        this(state, grammar, key, null);
    }

    ModelShape(ProjectState state, RowGrammar grammar, ModelKey key, @Nullable Tenancy tenancy) {
        this(state, grammar, key, null, null, tenancy);
    }

    private ModelShape(
            ProjectState state,
            RowGrammar grammar,
            ModelKey key,
            @Nullable String alias,
            @Nullable TableName changed,
            @Nullable Tenancy tenancy) {
        this.state = state;
        this.grammar = grammar;
        this.key = key;
        this.model = state.model(key);
        this.table = TableMapping.of(state, key);
        columns().forEach(column -> positions.put(column.name(), positions.size()));
        this.primaryKey = table.primaryKey().stream().map(this::column).toList();
        this.keyPositions = primaryKey.stream().mapToInt(this::position).toArray();
        this.alias = alias;
        this.changed = changed == null ? table.name() : changed;
        this.tenancy = tenancy;
    }

    /**
     * The other model of a subselect within a statement on this one, and the condition under which its rows refer to a
     * row of this one.
     */
    record Inner(ModelShape shape, String from, String match) {}

    /** The subselect of a figure. */
    Inner inner(Related related) {
        if (related.figure() != Related.Figure.VALUE) {
            return inner(related.reference());
        }
        ModelShape inner = innerShape(related.reference());
        return new Inner(inner, inner.from(), "1 = 1");
    }

    /** The subselect on the rows that refer to a row of this model by {@code reference}, as in {@code Book.author}. */
    Inner inner(String reference) {
        int dot = reference.lastIndexOf('.');
        ModelShape inner = innerShape(reference.substring(0, Math.max(dot, 0)));
        Field via = inner.model.field(reference.substring(dot + 1));
        if (!via.isReference() || !via.requireReference().to().equals(key)) {
            throw new IllegalArgumentException(
                    "\"" + reference + "\" doesn't refer to model \"" + key + "\". Name a reference with its model.");
        }
        return new Inner(inner, inner.from(), inner.pairs(via, inner.name(), name()));
    }

    /** Another model, or this one once more, within a statement on this one. */
    private ModelShape innerShape(String name) {
        ModelKey own = new ModelKey(key.app(), name);
        ModelKey other = name.indexOf('.') < 0 || state.hasModel(own) ? own : ModelKey.parse(name);
        String innerAlias = alias == null ? "e1" : "e" + (Integer.parseInt(alias.substring(1)) + 1);
        return new ModelShape(state, grammar, other, innerAlias, changed, null);
    }

    private String from() {
        return grammar.readable(table.name(), changed) + " " + name();
    }

    /** Each column of a reference equals the one that it refers to. */
    private String pairs(Field via, String from, String to) {
        List<String> targets = targetColumns(via.requireReference());
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            pairs.add(to + "." + grammar.identifier(targets.get(i)) + " = " + from + "."
                    + grammar.identifier(via.columns().get(i)));
        }
        return String.join(" and ", pairs);
    }

    /** A path that leads through the reference {@code via} to {@code rest} in another model. */
    private record Detour(Field via, String rest) {}

    ProjectState state() {
        return state;
    }

    ModelKey key() {
        return key;
    }

    @Nullable
    Tenancy tenancy() {
        return tenancy;
    }

    ModelState model() {
        return model;
    }

    Table table() {
        return table;
    }

    /** The name that qualifies the columns of the table in SQL. */
    String name() {
        return alias == null ? grammar.name(table.name()) : alias;
    }

    List<Column> columns() {
        return table.columns();
    }

    /** The columns with the given names. */
    List<Column> columns(Collection<String> names) {
        return names.stream().map(this::column).toList();
    }

    List<Column> primaryKey() {
        return primaryKey;
    }

    /** The place of a column among those of the table, and of its value among those of a row. */
    int position(Column column) {
        return Objects.requireNonNull(positions.get(column.name()));
    }

    /** The place of a column of the primary key, by its place in that. */
    int keyPosition(int index) {
        return keyPositions[index];
    }

    /** The columns at these places. */
    List<Column> columnsAt(BitSet places) {
        return places.stream().mapToObj(columns()::get).toList();
    }

    /** The update of a row that writes the columns at these places; {@code maker} makes its text the first time. */
    RowSql update(BitSet places, Function<List<Column>, String> maker) {
        RowSql known = updates.get(places);
        if (known == null) {
            List<Column> written = columnsAt(places);
            Stream<Column> parameters = Stream.concat(written.stream(), primaryKey.stream());
            known = new RowSql(
                    maker.apply(written), parameters.map(Column::type).toList());
            updates.put((BitSet) places.clone(), known);
        }
        return known;
    }

    /** The columns of this table that a path leads to; an unknown name, or another model's field, throws. */
    List<Column> ownColumns(String path) {
        List<Column> known = columnsOfPaths.get(path);
        if (known == null) {
            known = resolvedColumns(path);
            columnsOfPaths.put(path, known);
        }
        return known;
    }

    private List<Column> resolvedColumns(String path) {
        List<Column> columns = findOwnColumns(path);
        return columns.isEmpty()
                ? model.field(path).columns().stream().map(this::column).toList()
                : columns;
    }

    /** The one column of this table that a path leads to. */
    Column ownColumn(String path) {
        return single(path, ownColumns(path));
    }

    /** The one column of this or another table that a path leads to. */
    Column target(String path) {
        return single(path, targets(path));
    }

    /** The columns of this or another table that a path leads to. */
    List<Column> targets(String path) {
        List<Column> own = findOwnColumns(path);
        if (!own.isEmpty()) {
            return own;
        }
        Detour detour = detour(path);
        return other(detour.via).targets(detour.rest);
    }

    /** The reference that a path leads to; null if that isn't one. */
    @Nullable
    Reference reference(String path) {
        Field field = model.fields().get(path);
        if (field == null && path.indexOf('.') > 0 && table.column(path).isEmpty()) {
            Detour detour = detour(path);
            return other(detour.via).reference(detour.rest);
        }
        return field != null && field.isReference() ? field.requireReference() : null;
    }

    /** The one column that a path leads to, as a part of an expression over this table. */
    Expression expression(String path) {
        List<Column> own = findOwnColumns(path);
        if (!own.isEmpty()) {
            return new FieldRef(single(path, own).name());
        }
        target(path);
        return new RawSql(sql(path).get(0));
    }

    /** The one column that a path leads to, as SQL within a subselect on another model. */
    String qualified(String path) {
        target(path);
        return sql(path, name(), this, 1).get(0);
    }

    /** A term by which rows are sorted. */
    record Order(String sql, boolean isDescending) {
        Order reversed() {
            return new Order(sql, !isDescending);
        }

        String text() {
            return isDescending ? sql + " desc" : sql;
        }
    }

    /** The terms by which a field sorts rows; a minus sign before its path means descending order. */
    List<Order> order(String field) {
        boolean isDescending = field.startsWith("-");
        return sql(isDescending ? field.substring(1) : field).stream()
                .map(sql -> new Order(sql, isDescending))
                .toList();
    }

    /** Each column that a path leads to, as SQL. */
    List<String> sql(String path) {
        return sql(path, null, this, 1);
    }

    private List<String> sql(String path, @Nullable String qualifier, ModelShape start, int depth) {
        List<Column> own = findOwnColumns(path);
        if (!own.isEmpty()) {
            String prefix = qualifier == null ? "" : qualifier + ".";
            return own.stream()
                    .map(column -> prefix + grammar.identifier(column.name()))
                    .toList();
        }
        Detour detour = detour(path);
        ModelShape other = other(detour.via);
        String next = "k" + depth;
        String match = pairs(detour.via, qualifier == null ? name() : qualifier, next);
        return other.sql(detour.rest, next, start, depth + 1).stream()
                .map(column -> "(select " + column + " from " + grammar.readable(other.table.name(), start.changed)
                        + " " + next + " where " + match + ")")
                .toList();
    }

    private List<Column> findOwnColumns(String path) {
        Field field = model.fields().get(path);
        if (field != null) {
            return field.columns().stream().map(this::column).toList();
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            Field via = model.fields().get(path.substring(0, dot));
            if (via != null && via.isReference()) {
                return keyColumns(via, path.substring(dot + 1));
            }
        }
        return table.column(path).stream().toList();
    }

    /** The columns of a reference that hold the field {@code rest} of its target; empty if none does. */
    private List<Column> keyColumns(Field via, String rest) {
        List<String> targets = targetColumns(via.requireReference());
        List<Column> columns = new ArrayList<>();
        for (Column column : other(via).findOwnColumns(rest)) {
            int index = targets.indexOf(column.name());
            if (index < 0) {
                return List.of();
            }
            columns.add(column(via.columns().get(index)));
        }
        return columns;
    }

    private Detour detour(String path) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            Field via = model.fields().get(path.substring(0, dot));
            if (via != null && via.isReference()) {
                return new Detour(via, path.substring(dot + 1));
            }
        }
        // Throws, and names the existing fields.
        return new Detour(model.field(path), "");
    }

    private ModelShape other(Field via) {
        return new ModelShape(state, grammar, via.requireReference().to());
    }

    /** The columns that those of a reference have the values of. */
    List<String> targetColumns(Reference reference) {
        return reference.targetFields(state).stream()
                .flatMap(field -> field.columns().stream())
                .toList();
    }

    private Column single(String path, List<Column> columns) {
        if (columns.size() != 1) {
            throw SeveralColumnsException.inExpression(
                    key, path, columns.stream().map(Column::name).toList());
        }
        return columns.get(0);
    }

    private Column column(String name) {
        return table.column(name)
                .orElseThrow(() -> new IllegalStateException("No column " + name + " in table " + table.name()));
    }
}
