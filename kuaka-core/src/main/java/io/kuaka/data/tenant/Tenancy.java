package io.kuaka.data.tenant;

import io.kuaka.base.Internal;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;

/**
 * The tenant whose rows are looked at.
 *
 * @param paths how its rows are told from those of others
 * @param id the tenant
 */
@Internal
public record Tenancy(TenantPaths paths, Object id) {
    /**
     * Returns the tenancy.
     *
     * @throws MixedTenantsException if no model has the attribute
     */
    public static Tenancy of(ProjectState state, String attribute, Object id) {
        return new Tenancy(TenantPaths.of(state, attribute), id);
    }

    /** Returns whether this is the same tenant of the same attribute as another one, perhaps at another point of history. */
    public boolean isSame(Tenancy other) {
        return paths.attribute().equals(other.paths.attribute()) && isId(other.id);
    }

    /** Returns whether a value is the tenant's, even if it is a number of another class. */
    public boolean isId(Object value) {
        return String.valueOf(value).equals(String.valueOf(id));
    }

    /** Returns the conditions under which rows of a model belong to the tenant; none if all tenants share them. */
    public List<Condition> conditions(ModelKey key) {
        if (key.isPart() && !paths.holds(key)) {
            return paths.links(key).stream()
                    .map(link -> isOwn(paths.through(link)))
                    .toList();
        }
        return paths.path(key).stream().map(this::isOwn).toList();
    }

    private Condition isOwn(String path) {
        return Expression.field(path).eq(id);
    }
}
