package io.kuaka.data;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.tenant.MixedTenantsException;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.schema.table.Column;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Moves rows from one tenant to another, with all rows that refer to them.
 *
 * <p>It holds the keys of the rows that it moves, and asks for {@value #MOST} of them at a time. Rows that would move and
 * refer to rows that would stay are counted before anything is written.
 */
final class TenantMove {
    private static final int MOST = 500;

    private final Session session;
    private final Tenancy tenancy;
    private final Map<ModelKey, Set<Object>> moved = new LinkedHashMap<>();

    TenantMove(Session session, Tenancy tenancy) {
        this.session = session;
        this.tenancy = tenancy;
    }

    /** Returns the move of rows of a tenant that the model is confined to. */
    static TenantMove of(Session session, ModelShape shape) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy == null || !tenancy.isAware(shape.key())) {
            throw new IllegalStateException("Rows are moved from one tenant to another: begin with"
                    + " models.asTenant(attribute, id) and a model that has the attribute.");
        }
        return new TenantMove(session, tenancy);
    }

    /** Moves the rows of a query, and returns how many rows of all models were moved. */
    int move(ModelShape start, Query rows, Object to) {
        collect(start, rows);
        List<String> crossing = crossing();
        if (!crossing.isEmpty()) {
            throw MixedTenantsException.move(start.key(), to, crossing);
        }
        int count = 0;
        for (Map.Entry<ModelKey, Set<Object>> each : moved.entrySet()) {
            // Without the tenancy: this is where its attribute may change.
            ModelShape shape = new ModelShape(session.state(), session.grammar(), each.getKey());
            String key = keyOf(shape);
            for (List<Object> some : parts(each.getValue())) {
                count += new Query(session, shape)
                        .filter(field(key).in(some.toArray()))
                        .update(Map.of(tenancy.attribute(), to));
            }
        }
        return count;
    }

    private void collect(ModelShape start, Query rows) {
        Deque<Map.Entry<ModelKey, List<Object>>> open = new ArrayDeque<>();
        add(start.key(), keys(rows, keyOf(start)), open);
        while (!open.isEmpty()) {
            Map.Entry<ModelKey, List<Object>> next = open.remove();
            String target = keyOf(shape(next.getKey()));
            for (ModelKey referrer : tenancy.state().referrers(next.getKey())) {
                if (tenancy.isAware(referrer)) {
                    for (Field link : linksTo(referrer, next.getKey())) {
                        ModelShape shape = shape(referrer);
                        for (List<Object> some : parts(next.getValue())) {
                            Query found = own(shape)
                                    .filter(field(link.name() + "." + target).in(some.toArray()));
                            add(referrer, keys(found, keyOf(shape)), open);
                        }
                    }
                }
            }
        }
    }

    private void add(ModelKey model, List<Object> keys, Deque<Map.Entry<ModelKey, List<Object>>> open) {
        Set<Object> known = moved.computeIfAbsent(model, each -> new LinkedHashSet<>());
        List<Object> fresh = keys.stream().filter(known::add).toList();
        if (!fresh.isEmpty()) {
            open.add(Map.entry(model, fresh));
        }
    }

    private List<Field> linksTo(ModelKey from, ModelKey to) {
        return tenancy.links(from).stream().filter(link -> link.refersTo(to)).toList();
    }

    /** References that would lead from one tenant to another, as in {@code catalog.Book.category (2 rows)}. */
    private List<String> crossing() {
        Map<String, Long> counts = new TreeMap<>();
        for (ModelKey model : List.copyOf(moved.keySet())) {
            String key = keyOf(shape(model));
            for (List<Object> some : parts(Objects.requireNonNull(moved.get(model)))) {
                count(model, own(shape(model)).filter(field(key).in(some.toArray())), counts);
                for (ModelKey part : tenancy.state().referrers(model)) {
                    if (part.isPart() && !tenancy.isAware(part)) {
                        for (Field link : linksTo(part, model)) {
                            Query links = own(shape(part))
                                    .filter(field(link.name() + "." + key).in(some.toArray()));
                            count(part, links, counts);
                        }
                    }
                }
            }
        }
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + (each.getValue() == 1 ? " row)" : " rows)"))
                .toList();
    }

    /** Counts the rows that refer to rows which stay. */
    private void count(ModelKey model, Query rows, Map<String, Long> counts) {
        for (Field link : tenancy.links(model)) {
            ModelKey to = link.requireReference().to();
            Set<Object> moving = moved.getOrDefault(to, Set.of());
            String path = link.name() + "." + keyOf(shape(to));
            long staying = rows.filter(field(path).isNotNull()).select(path).list(Object.class).stream()
                    .filter(key -> !moving.contains(key))
                    .count();
            if (staying > 0) {
                counts.merge(model + "." + link.name(), staying, Long::sum);
            }
        }
    }

    private Query own(ModelShape shape) {
        return TenantRules.rows(session, shape);
    }

    private static List<Object> keys(Query rows, String key) {
        return rows.select(key).list(Object.class);
    }

    private ModelShape shape(ModelKey key) {
        return new ModelShape(session.state(), session.grammar(), key, tenancy);
    }

    private static String keyOf(ModelShape shape) {
        List<Column> columns = shape.primaryKey();
        List<Field> fields = shape.model().fields().values().stream()
                .filter(Field::isPrimaryKey)
                .toList();
        if (columns.size() != 1 || fields.size() != 1) {
            throw MixedTenantsException.immovable(
                    shape.key(),
                    "it has no primary key with one column. Update its rows and those that refer to them.");
        }
        return fields.get(0).name();
    }

    private static List<List<Object>> parts(Collection<Object> keys) {
        List<Object> all = new ArrayList<>(keys);
        List<List<Object>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += MOST) {
            parts.add(all.subList(i, Math.min(i + MOST, all.size())));
        }
        return parts;
    }
}
