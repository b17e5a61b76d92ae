package io.kuaka.data;

import io.kuaka.data.delete.DeleteRules;
import io.kuaka.data.delete.DeleteRules.Effect;
import io.kuaka.data.delete.DeleteRules.Link;
import io.kuaka.data.delete.DoomedRows;
import io.kuaka.data.delete.ReferencedRowsException;
import io.kuaka.data.delete.RowTree;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.table.Column;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.OnDelete;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes rows, and does to the rows that refer to them what the state says.
 *
 * <p>All rows to delete are known before anything is written, so it doesn't matter to a condition what is deleted first.
 * What foreign keys do by themselves is left to them where the session checks them.
 */
final class Deletion {
    private final Session session;
    private final ModelShape start;
    private final DeleteRules rules;
    private final DoomedRows doomed = new DoomedRows();
    /** References from rows without keys, which are found by these references alone. */
    private final List<Link> loose = new ArrayList<>();

    Deletion(Session session, ModelShape start) {
        this.session = session;
        this.start = start;
        this.rules = new DeleteRules(session.state(), session.placement()::has);
    }

    int delete(Query rows) {
        List<Link> links = rules.links(start.key());
        if (links.isEmpty()) {
            return rows.deleteAlone();
        }
        boolean isConfined = start.tenancy() != null;
        if (!isConfined && rules.isDoneByForeignKeys(start.key()) && session.checksForeignKeys()) {
            requireNoReferrers(links, rows);
            return rows.deleteAlone();
        }
        return session.atomically(() -> deleteAll(rows));
    }

    private void requireNoReferrers(List<Link> links, Query rows) {
        Map<String, Long> counts = new TreeMap<>();
        for (Link link : links) {
            if (link.effect() == Effect.REFUSED) {
                Select keys = rows.selecting(names(start.targetColumns(link.reference())));
                String columns = String.join(", ", names(link.field().columns()));
                String condition = (link.field().columns().size() == 1 ? columns : "(" + columns + ")") + " in ("
                        + session.grammar().select(keys) + ")";
                count(
                        link,
                        all(link.from())
                                .where(BoundSql.of(condition, rows.conditions()))
                                .count(),
                        counts);
            }
        }
        refuse(counts);
    }

    private int deleteAll(Query rows) {
        if (start.primaryKey().isEmpty()) {
            throw MissingKeyException.ofModel(start.key());
        }
        List<List<Object>> first = keys(start, rows);
        collect(first);
        requireNothingStays();
        doomed.models().forEach(this::arrange);
        doomed.models().forEach(model -> links(model, Effect.CLEARED).forEach(this::clear));
        List<ModelKey> order = doomed.order(session.state());
        order.forEach(model -> breakCycles(model, order));
        loose.forEach(link -> referrers(link).forEach(Query::deleteAlone));
        order.forEach(model -> doomed(model).forEach(Query::deleteAlone));
        return first.size();
    }

    private void collect(List<List<Object>> first) {
        Deque<Map.Entry<ModelKey, List<List<Object>>>> open = new ArrayDeque<>();
        add(start.key(), first, open);
        while (!open.isEmpty()) {
            Map.Entry<ModelKey, List<List<Object>>> next = open.remove();
            for (Link link : links(next.getKey(), Effect.DELETED)) {
                ModelShape from = shape(link.from());
                if (from.primaryKey().isEmpty()) {
                    addLoose(link);
                    continue;
                }
                for (List<List<Object>> some : DoomedRows.parts(next.getValue())) {
                    add(link.from(), keys(from, referrers(link, some)), open);
                }
            }
        }
    }

    private void add(ModelKey model, List<List<Object>> keys, Deque<Map.Entry<ModelKey, List<List<Object>>>> open) {
        List<List<Object>> fresh = doomed.add(model, keys);
        if (!fresh.isEmpty()) {
            open.add(Map.entry(model, fresh));
        }
    }

    private void addLoose(Link link) {
        if (!loose.contains(link)) {
            loose.add(link);
        }
    }

    /** Makes sure that no row refers to one that is deleted, unless it is deleted as well or says what happens then. */
    private void requireNothingStays() {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> others = new TreeMap<>();
        for (ModelKey model : doomed.models()) {
            for (Link link : rules.links(model)) {
                for (Query rows : referrers(link)) {
                    if (link.effect() == Effect.REFUSED) {
                        count(link, staying(link, rows), counts);
                    } else {
                        count(link, ofOthers(link, rows), others);
                    }
                }
            }
        }
        refuse(counts);
        if (!others.isEmpty()) {
            throw ReferencedRowsException.ofOtherTenants(start.key(), others);
        }
    }

    private long staying(Link link, Query rows) {
        ModelShape from = shape(link.from());
        if (!from.primaryKey().isEmpty()) {
            return doomed.has(link.from())
                    ? keys(from, rows).stream()
                            .filter(key -> !doomed.contains(link.from(), key))
                            .count()
                    : rows.count();
        }
        List<Link> ways =
                loose.stream().filter(way -> way.from().equals(link.from())).toList();
        return staying(rows, ways);
    }

    /**
     * How many of these rows without keys don't refer to a deleted one in one of these ways. The parts of one way have no
     * rows in common, so each part is subtracted by a query of its own, however many there are.
     */
    private long staying(Query rows, List<Link> ways) {
        if (ways.isEmpty()) {
            return rows.count();
        }
        List<Link> others = ways.subList(1, ways.size());
        long staying = staying(rows, others);
        Iterator<Query> parts = referrers(ways.get(0)).iterator();
        while (staying > 0 && parts.hasNext()) {
            staying -= staying(rows.where(parts.next().conditions().get(0)), others);
        }
        return staying;
    }

    /** Rows that keep a reference to others of their model until they are deleted have to be deleted before these. */
    private void arrange(ModelKey model) {
        List<Field> fields = rules.lastingReferences(model);
        if (fields.isEmpty() || !session.checksForeignKeys()) {
            return;
        }
        ModelShape shape = shape(model);
        List<Column> key = shape.primaryKey();
        RowTree tree = new RowTree(doomed.all(model));
        for (Field field : fields) {
            List<Column> named = shape.columns(shape.targetColumns(field.requireReference()));
            List<Column> references = shape.columns(field.columns());
            tree.add(valuesOfDoomed(model, key, named), valuesOfDoomed(model, key, references), key.size());
        }
        RowTree.Order order = tree.order(session.dialect().grammar().supports(Feature.SELF_REFERENCE_DELETES));
        int circle = order.circle().size();
        boolean isPossible = session.dialect().grammar().supports(Feature.CIRCLE_DELETES)
                && DoomedRows.fitsOneStatement(order.circle());
        if (circle > 0 && !isPossible) {
            throw ReferencedRowsException.inCircle(
                    model,
                    fields.stream().map(field -> model + "." + field.name()).toList(),
                    circle);
        }
        doomed.arrange(model, order);
    }

    private List<List<Object>> valuesOfDoomed(ModelKey model, List<Column> key, List<Column> more) {
        List<Column> columns = Stream.concat(key.stream(), more.stream()).toList();
        return doomed(model).stream()
                .flatMap(rows -> values(rows, columns).stream())
                .toList();
    }

    /** How many of these rows belong to other tenants than the one whose rows are deleted. */
    private long ofOthers(Link link, Query rows) {
        if (start.tenancy() == null) {
            return 0;
        }
        Query own = TenantRules.rows(
                session, new ModelShape(session.state(), session.grammar(), link.from(), start.tenancy()));
        return rows.count() - own.where(rows.conditions().get(0)).count();
    }

    private void clear(Link link) {
        Expression neutral = link.field().defaultValue();
        boolean hasDefault = link.reference().onDelete() == OnDelete.SET_DEFAULT && neutral != null;
        for (Query rows : referrers(link)) {
            rows.update(Collections.singletonMap(link.field().name(), hasDefault ? neutral : null));
        }
    }

    /** Rows that are deleted later than what they refer to, or with it, lose the reference first, if they can. */
    private void breakCycles(ModelKey model, List<ModelKey> order) {
        ModelShape shape = shape(model);
        for (Field field : shape.model().fields().values()) {
            boolean isLate = field.isReference()
                    && field.requireReference().constrained()
                    && order.indexOf(field.requireReference().to()) >= 0
                    && order.indexOf(field.requireReference().to()) <= order.indexOf(model);
            List<BoundSql> nulls = shape.columns(field.columns()).stream()
                    .filter(column -> isLate && column.isNullable())
                    .map(column -> BoundSql.of(session.grammar().identifier(column.name()) + " = null"))
                    .toList();
            if (!nulls.isEmpty()) {
                doomed(model).forEach(rows -> session.update(rows.updateSql(nulls)));
            }
        }
    }

    private void count(Link link, long rows, Map<String, Long> counts) {
        if (rows > 0) {
            counts.merge(link.toString(), rows, Long::sum);
        }
    }

    private void refuse(Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            throw ReferencedRowsException.of(start.key(), counts);
        }
    }

    private List<Link> links(ModelKey model, Effect effect) {
        return rules.links(model).stream()
                .filter(link -> link.effect() == effect)
                .toList();
    }

    /** The rows that refer to deleted ones, some at a time. */
    private List<Query> referrers(Link link) {
        return doomed.parts(link.to()).stream()
                .map(some -> referrers(link, some))
                .toList();
    }

    private Query referrers(Link link, List<List<Object>> keys) {
        ModelShape to = shape(link.to());
        List<String> targets = to.targetColumns(link.reference());
        List<List<Object>> values = targets.equals(to.table().primaryKey())
                ? keys
                : values(where(all(link.to()), to.primaryKey(), keys), to.columns(targets));
        return where(all(link.from()), shape(link.from()).columns(link.field().columns()), values);
    }

    private List<Query> doomed(ModelKey model) {
        return doomed.parts(model).stream()
                .map(some -> where(all(model), shape(model).primaryKey(), some))
                .toList();
    }

    private List<List<Object>> keys(ModelShape shape, Query rows) {
        return values(rows, shape.primaryKey());
    }

    /** The values of some columns, without those that aren't complete. */
    private List<List<Object>> values(Query rows, List<Column> columns) {
        Select select = rows.selecting(names(columns.stream().map(Column::name).toList()));
        BoundSql sql = BoundSql.of(session.grammar().select(select), rows.conditions());
        return session
                .query(sql, result -> {
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        Object value = session.values()
                                .read(result, i + 1, columns.get(i).type());
                        if (value != null) {
                            values.add(value);
                        }
                    }
                    return values;
                })
                .stream()
                .filter(values -> values.size() == columns.size())
                .toList();
    }

    /** The rows of a query that have one of these values in some columns. */
    private Query where(Query rows, List<Column> columns, Collection<List<Object>> values) {
        List<BoundSql> parameters = new ArrayList<>();
        for (List<Object> each : values) {
            for (int i = 0; i < columns.size(); i++) {
                parameters.add(BoundSql.value(columns.get(i).type(), each.get(i)));
            }
        }
        String one = columns.stream()
                .map(column -> session.grammar().identifier(column.name()) + " = ?")
                .collect(Collectors.joining(" and ", "(", ")"));
        String text = columns.size() == 1
                ? session.grammar().identifier(columns.get(0).name()) + " in ("
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + ")"
                : String.join(" or ", Collections.nCopies(values.size(), one));
        return rows.where(values.isEmpty() ? BoundSql.of("1 = 0") : BoundSql.of(text, parameters));
    }

    private List<String> names(List<String> columns) {
        return columns.stream().map(session.grammar()::identifier).toList();
    }

    private Query all(ModelKey model) {
        return new Query(session, shape(model));
    }

    private ModelShape shape(ModelKey key) {
        return new ModelShape(session.state(), session.grammar(), key);
    }
}
