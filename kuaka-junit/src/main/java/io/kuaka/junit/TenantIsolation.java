package io.kuaka.junit;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.tenant.TenantPaths;
import io.kuaka.expression.Condition;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.List;

/** What mixes the rows of tenants. */
final class TenantIsolation {
    private final Models models;
    private final TenantPaths paths;

    TenantIsolation(Models models, String attribute) {
        this.models = models;
        this.paths = TenantPaths.of(models.state(), attribute);
    }

    /** Rows without a tenant, and references between rows of two tenants, a sentence for each attribute. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (ModelKey key : models.state().models().keySet()) {
            if (paths.holds(key)) {
                String attribute = paths.attribute();
                count(problems, key, field(attribute).isNull(), "without \"" + attribute + "\"");
            }
            paths.crossings(key)
                    .forEach((link, crosses) -> count(
                            problems,
                            key,
                            crosses,
                            key.isPart() && !paths.holds(key)
                                    ? "whose \"" + owner(key) + "\" and \"" + link + "\" belong to two tenants"
                                    : "whose \"" + link + "\" belongs to another tenant"));
        }
        return problems;
    }

    /** The reference by which a part gets its tenant. */
    private String owner(ModelKey key) {
        String path = paths.path(key).orElseThrow();
        return path.substring(0, path.indexOf('.'));
    }

    private void count(List<String> problems, ModelKey key, Condition condition, String what) {
        long rows = models.get(key.toString()).filter(condition).count();
        if (rows > 0) {
            problems.add(key + " has " + rows + (rows == 1 ? " row " : " rows ") + what);
        }
    }
}
