package io.kuaka.junit;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Query;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.expression.Condition;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tenants of all rows, and what mixes them. */
final class TenantIsolation {
    private final Models models;
    private final String attribute;
    private final Tenancy tenancy;

    TenantIsolation(Models models, String attribute) {
        this.models = models;
        this.attribute = attribute;
        this.tenancy = Tenancy.of(models.state(), attribute, "");
    }

    /** Rows without a tenant, and references between rows of two tenants, a sentence for each attribute. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (ModelKey key : models.state().models().keySet()) {
            List<Field> links = tenancy.links(key);
            if (tenancy.isAware(key)) {
                count(problems, key, field(attribute).isNull(), "without \"" + attribute + "\"");
                links.forEach(link -> count(
                        problems,
                        key,
                        field(link.name() + "." + attribute).ne(field(attribute)),
                        "whose \"" + link.name() + "\" belongs to another tenant"));
            } else if (key.isPart() && links.size() > 1) {
                Field owner = links.get(0);
                links.subList(1, links.size())
                        .forEach(link -> count(
                                problems,
                                key,
                                field(link.name() + "." + attribute).ne(field(owner.name() + "." + attribute)),
                                "whose \"" + owner.name() + "\" and \"" + link.name() + "\" belong to two tenants"));
            }
        }
        return problems;
    }

    private void count(List<String> problems, ModelKey key, Condition condition, String what) {
        long rows = models.get(key.toString()).filter(condition).count();
        if (rows > 0) {
            problems.add(key + " has " + rows + (rows == 1 ? " row " : " rows ") + what);
        }
    }

    /** The tenant of each row of the tenant-aware models that have a key of one field, by the model and the key. */
    Map<ModelKey, Map<Object, Object>> tenants() {
        Map<ModelKey, Map<Object, Object>> tenants = new HashMap<>();
        ProjectState state = models.state();
        for (ModelKey key : state.models().keySet()) {
            List<Field> primaryKey = state.model(key).primaryKey();
            if (tenancy.isAware(key) && primaryKey.size() == 1) {
                Query rows = models.get(key.toString()).filter(field(attribute).isNotNull());
                Map<Object, Object> found = new HashMap<>();
                rows.forEach(row -> found.put(row.get(primaryKey.get(0).name()), row.get(attribute)));
                tenants.put(key, found);
            }
        }
        return tenants;
    }
}
