package io.kuaka.junit;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.data.tenant.TenantPaths;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tenant of each row of the models that have the attribute, at one point of history. */
final class TenantsOfRows {
    private final String attribute;
    private final SortedMap<ModelKey, Tenants> models = new TreeMap<>();

    /** The tenants of a model's rows, by primary keys. */
    private record Tenants(ModelState model, Map<Object, Object> byKey) {}

    private TenantsOfRows(String attribute) {
        this.attribute = attribute;
    }

    static TenantsOfRows read(Models models, String attribute) {
        TenantsOfRows all = new TenantsOfRows(attribute);
        TenantPaths paths = TenantPaths.of(models.state(), attribute);
        models.state().models().forEach((key, model) -> {
            if (paths.holds(key)) {
                Map<Object, Object> byKey = new HashMap<>();
                for (Row row :
                        models.get(key.toString()).filter(field(attribute).isNotNull())) {
                    byKey.put(comparable(row.key()), Objects.requireNonNull(row.get(attribute)));
                }
                all.models.put(key, new Tenants(model, byKey));
            }
        });
        return all;
    }

    /** Arrays of bytes are equal only to themselves. */
    private static Object comparable(@Nullable Object key) {
        if (key instanceof List<?> each) {
            return each.stream().map(TenantsOfRows::comparable).toList();
        }
        return key instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(key);
    }

    /** Rows that have another tenant later, a sentence for each, and models whose rows can't be compared. */
    List<String> movedUntil(TenantsOfRows later) {
        List<String> problems = new ArrayList<>();
        models.forEach((key, before) -> {
            Tenants after = later.find(key, before.model());
            if (before.byKey().isEmpty()) {
                return;
            }
            if (after == null) {
                problems.add("The rows of " + key + " weren't compared: no model with its name or table has \""
                        + attribute + "\" afterwards. Call migrate() and compare these rows in the test");
            } else if (before.model().primaryKey().isEmpty() || !hasSameKey(before.model(), after.model())) {
                problems.add(
                        "The rows of " + key + " weren't compared: they don't keep a primary key. Call migrate() and"
                                + " compare these rows in the test");
            } else {
                problems.addAll(moved(key, before, after));
            }
        });
        return problems;
    }

    private @Nullable Tenants find(ModelKey key, ModelState model) {
        Tenants same = models.get(key);
        return same != null
                ? same
                : models.values().stream()
                        .filter(each -> each.model().table().equals(model.table())
                                && Objects.equals(each.model().schema(), model.schema()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean hasSameKey(ModelState before, ModelState after) {
        return columns(before).equals(columns(after));
    }

    private static List<String> columns(ModelState model) {
        return model.primaryKey().stream()
                .flatMap(field -> field.columns().stream())
                .toList();
    }

    private static List<String> moved(ModelKey key, Tenants before, Tenants after) {
        List<String> moved = new ArrayList<>();
        before.byKey().forEach((row, tenant) -> {
            Object now = after.byKey().get(row);
            if (now != null && !String.valueOf(now).equals(String.valueOf(tenant))) {
                moved.add(key + " " + row + " belonged to " + tenant + " and belongs to " + now + " now");
            }
        });
        return moved;
    }
}
