package io.kuaka.data.tenant;

import io.kuaka.base.Internal;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Objects;

/**
 * The tenant whose rows are looked at, and how its rows are told from those of others.
 *
 * <p>A model is tenant-aware if it has the attribute, and a join or collection table if its entity is. All other models
 * are shared by the tenants.
 *
 * @param attribute the attribute that holds the tenant: a reference, or a value as of Hibernate's {@code @TenantId}
 * @param id the tenant
 */
@Internal
public record Tenancy(ProjectState state, String attribute, Object id) {
    /**
     * Returns the tenancy.
     *
     * @throws MixedTenantsException if no model has the attribute
     */
    public static Tenancy of(ProjectState state, String attribute, Object id) {
        if (state.models().values().stream().noneMatch(model -> model.fields().containsKey(attribute))) {
            throw MixedTenantsException.unknownAttribute(attribute);
        }
        return new Tenancy(state, attribute, id);
    }

    /** Returns whether the rows of a model have a tenant of their own. */
    public boolean isAware(ModelKey key) {
        return state.model(key).fields().containsKey(attribute);
    }

    /** Returns the references of a model to tenant-aware models, apart from that to the tenant. */
    public List<Field> links(ModelKey key) {
        return state.model(key).fields().values().stream()
                .filter(field -> field.isReference() && !field.name().equals(attribute))
                .filter(field -> isAware(field.requireReference().to()))
                .toList();
    }

    /** Returns the conditions under which rows of a model belong to the tenant; none if all tenants share them. */
    public List<Condition> conditions(ModelKey key) {
        if (isAware(key)) {
            return List.of(isOwn(attribute));
        }
        return key.isPart()
                ? links(key).stream()
                        .map(link -> isOwn(link.name() + "." + attribute))
                        .toList()
                : List.of();
    }

    private Condition isOwn(String path) {
        return Expression.field(path).eq(id);
    }

    /**
     * Makes sure that a value for a field leaves a row with its tenant.
     *
     * @throws MixedTenantsException if it doesn't
     */
    public void requireOwn(ModelKey key, String field, Object value) {
        ModelState model = state.model(key);
        boolean isTenant = isAware(key)
                && model.fields().containsKey(field)
                && model.field(field).columns().equals(model.field(attribute).columns());
        if (isTenant && !Objects.equals(String.valueOf(value), String.valueOf(id))) {
            throw MixedTenantsException.change(key, field, id);
        }
    }
}
