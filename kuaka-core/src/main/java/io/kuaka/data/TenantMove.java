package io.kuaka.data;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.tenant.MixedTenantsException;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.data.tenant.TenantPaths;
import io.kuaka.expression.Condition;
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
import java.util.Set;
import java.util.TreeMap;

/**
 * Moves rows from one tenant to another, with all rows that refer to them.
 *
 * <p>It holds the keys of the rows that it moves, and asks for {@value #MOST} of them at a time. Rows that would move and
 * refer to rows that would stay are counted before anything is written. Nothing is locked, so it is counted again
 * afterwards which rows refer to those of another tenant.
 */
final class TenantMove {
    private static final int MOST = 500;

    private final Session session;
    private final Tenancy tenancy;
    private final TenantPaths paths;
    private final Map<ModelKey, Set<Object>> moved = new LinkedHashMap<>();

    TenantMove(Session session, Tenancy tenancy) {
        this.session = session;
        this.tenancy = tenancy;
        this.paths = tenancy.paths();
    }

    /** Returns the move of rows of a tenant that the model is confined to. */
    static TenantMove of(Session session, ModelShape shape) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy == null || !movesAlone(tenancy.paths(), shape.key())) {
            throw new IllegalStateException("Rows are moved from one tenant to another: begin with"
                    + " models.asTenant(attribute, id) and a model that has the attribute.");
        }
        return new TenantMove(session, tenancy);
    }

    /** Whether rows have keys to move them by: those of join and collection tables follow their owners. */
    private static boolean movesAlone(TenantPaths paths, ModelKey key) {
        return paths.holds(key) || (!key.isPart() && paths.isAware(key));
    }

    /** Moves the rows of a query, and returns how many rows with the attribute were moved. */
    int move(ModelShape start, Query rows, Object tenant) {
        Object to = TenantRules.idOf(session.state(), paths.attribute(), tenant);
        return session.atomically(() -> {
            collect(start, rows);
            List<String> crossing = crossing();
            if (!crossing.isEmpty()) {
                throw MixedTenantsException.move(start.key(), to, crossing);
            }
            int count = write(to);
            List<String> mixed = mixed();
            if (!mixed.isEmpty()) {
                throw MixedTenantsException.mixed(start.key(), to, mixed);
            }
            return count;
        });
    }

    private int write(Object to) {
        int count = 0;
        for (ModelKey model : List.copyOf(moved.keySet())) {
            if (paths.holds(model)) {
                for (List<Object> some : parts(movedOf(model))) {
                    count += free(model)
                            .filter(field(keyOf(shape(model))).in(some.toArray()))
                            .update(Map.of(paths.attribute(), to));
                }
            }
        }
        return count;
    }

    private void collect(ModelShape start, Query rows) {
        Deque<Map.Entry<ModelKey, List<Object>>> open = new ArrayDeque<>();
        add(start.key(), keys(rows, keyOf(start)), open);
        while (!open.isEmpty()) {
            Map.Entry<ModelKey, List<Object>> next = open.remove();
            ModelKey model = next.getKey();
            if (!paths.holds(model)) {
                paths.keyReferences(model).stream()
                        .filter(link -> paths.isAware(link.requireReference().to()))
                        .forEach(link -> addSuper(model, link, next.getValue(), open));
            }
            for (ModelKey referrer : paths.state().referrers(model)) {
                if (movesAlone(paths, referrer)) {
                    linksTo(referrer, model).forEach(link -> addReferrers(referrer, link, next.getValue(), open));
                }
            }
        }
    }

    /** The rows by which these are identified, which hold their tenant. */
    private void addSuper(
            ModelKey model, Field link, List<Object> keys, Deque<Map.Entry<ModelKey, List<Object>>> open) {
        ModelKey to = link.requireReference().to();
        for (List<Object> some : parts(keys)) {
            Query rows = own(shape(model)).filter(field(keyOf(shape(model))).in(some.toArray()));
            add(to, keys(rows, link.name() + "." + keyOf(shape(to))), open);
        }
    }

    private void addReferrers(
            ModelKey referrer, Field link, List<Object> keys, Deque<Map.Entry<ModelKey, List<Object>>> open) {
        ModelShape shape = shape(referrer);
        for (List<Object> some : parts(keys)) {
            Query found = own(shape).filter(field(pathTo(link)).in(some.toArray()));
            add(referrer, keys(found, keyOf(shape)), open);
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
        return paths.links(from).stream().filter(link -> link.refersTo(to)).toList();
    }

    /** References that would lead from one tenant to another, as in {@code catalog.Book.category (2 rows)}. */
    private List<String> crossing() {
        Map<String, Long> counts = new TreeMap<>();
        for (ModelKey model : List.copyOf(moved.keySet())) {
            String key = keyOf(shape(model));
            for (List<Object> some : parts(movedOf(model))) {
                count(model, own(shape(model)).filter(field(key).in(some.toArray())), counts);
                for (ModelKey part : paths.state().referrers(model)) {
                    if (part.isPart() && !movesAlone(paths, part)) {
                        for (Field link : linksTo(part, model)) {
                            Query links =
                                    own(shape(part)).filter(field(pathTo(link)).in(some.toArray()));
                            count(part, links, counts);
                        }
                    }
                }
            }
        }
        return listed(counts);
    }

    /** References that lead from one tenant to another after the move. */
    private List<String> mixed() {
        Map<String, Long> counts = new TreeMap<>();
        for (ModelKey model : List.copyOf(moved.keySet())) {
            for (List<Object> some : parts(movedOf(model))) {
                countMixed(model, field(keyOf(shape(model))).in(some.toArray()), counts);
                for (ModelKey referrer : paths.state().referrers(model)) {
                    for (Field link : linksTo(referrer, model)) {
                        countMixed(referrer, field(pathTo(link)).in(some.toArray()), counts);
                    }
                }
            }
        }
        return listed(counts);
    }

    private void countMixed(ModelKey model, Condition some, Map<String, Long> counts) {
        paths.crossings(model).forEach((link, crosses) -> {
            long rows = free(model).filter(some).filter(crosses).count();
            if (rows > 0) {
                // The same rows may be found by several of their references.
                counts.merge(model + "." + link, rows, Math::max);
            }
        });
    }

    private static List<String> listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + (each.getValue() == 1 ? " row)" : " rows)"))
                .toList();
    }

    /** Counts the rows that refer to rows which stay. */
    private void count(ModelKey model, Query rows, Map<String, Long> counts) {
        for (Field link : paths.links(model)) {
            ModelKey to = link.requireReference().to();
            Set<Object> moving = movedOf(to);
            String path = pathTo(link);
            long staying = rows.filter(field(path).isNotNull()).select(path).list(Object.class).stream()
                    .filter(key -> !moving.contains(key))
                    .count();
            if (staying > 0) {
                counts.merge(model + "." + link.name(), staying, Long::sum);
            }
        }
    }

    private Set<Object> movedOf(ModelKey model) {
        return moved.getOrDefault(model, Set.of());
    }

    private String pathTo(Field link) {
        return link.name() + "." + keyOf(shape(link.requireReference().to()));
    }

    /** All rows of a model: this is where their tenant may change. */
    private Query free(ModelKey model) {
        return new Query(session, new ModelShape(session.state(), session.grammar(), model));
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
