package io.kuaka.data.tenant;

import static io.kuaka.expression.Expression.field;

import io.kuaka.base.Internal;
import io.kuaka.data.reference.KeyReferences;
import io.kuaka.expression.Condition;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows have a tenant, and where it is found.
 *
 * <p>A model is tenant-aware if it has the attribute, if its primary key refers to a row of a tenant-aware model, as that
 * of a joined subclass does, or if it is a join, collection or secondary table of one. All other models are shared by the
 * tenants.
 *
 * @param attribute the attribute that holds the tenant: a reference, or a value as of Hibernate's {@code @TenantId}
 */
@Internal
public record TenantPaths(ProjectState state, String attribute) {
    /**
     * Returns the paths.
     *
     * @throws MixedTenantsException if no model has the attribute
     */
    public static TenantPaths of(ProjectState state, String attribute) {
        TenantPaths paths = new TenantPaths(state, attribute);
        if (state.models().keySet().stream().noneMatch(paths::holds)) {
            throw MixedTenantsException.unknownAttribute(attribute);
        }
        return paths;
    }

    /** Returns whether a model has the attribute itself. */
    public boolean holds(ModelKey key) {
        return state.model(key).fields().containsKey(attribute);
    }

    /** Returns whether the rows of a model have a tenant. */
    public boolean isAware(ModelKey key) {
        return path(key).isPresent();
    }

    /** Returns the path from a model to the tenant of its rows, as in {@code id.tenant} of a joined subclass. */
    public Optional<String> path(ModelKey key) {
        return Optional.ofNullable(path(key, new HashSet<>()));
    }

    private @Nullable String path(ModelKey key, Set<ModelKey> passed) {
        if (holds(key)) {
            return attribute;
        }
        if (passed.add(key)) {
            for (Field link : towardsOwner(key).toList()) {
                String rest = path(link.requireReference().to(), passed);
                if (rest != null) {
                    return link.name() + "." + rest;
                }
            }
        }
        return null;
    }

    private Stream<Field> towardsOwner(ModelKey key) {
        return key.isPart()
                ? references(key).sorted(Comparator.comparing(link -> !link.refersTo(key.owner())))
                : keyReferences(key).stream();
    }

    /** Returns the references by which a row is identified: that of a joined subclass to its superclass, for example. */
    public List<Field> keyReferences(ModelKey key) {
        return KeyReferences.of(state.model(key));
    }

    private Stream<Field> references(ModelKey key) {
        return state.model(key).fields().values().stream().filter(Field::isReference);
    }

    /** Returns the references of a model to tenant-aware models, apart from that to the tenant. */
    public List<Field> links(ModelKey key) {
        return references(key)
                .filter(field -> !field.name().equals(attribute))
                .filter(field -> isAware(field.requireReference().to()))
                .toList();
    }

    /** Returns the conditions under which a row of a tenant refers to one of another, by the references. */
    public Map<String, Condition> crossings(ModelKey key) {
        Map<String, Condition> crossings = new LinkedHashMap<>();
        path(key).ifPresent(own -> links(key).forEach(link -> {
            String other = through(link);
            if (!other.equals(own)) {
                crossings.put(link.name(), field(other).ne(field(own)));
            }
        }));
        return crossings;
    }

    /** Returns the path to the tenant of the row that a reference leads to. */
    String through(Field link) {
        return link.name() + "." + path(link.requireReference().to()).orElseThrow();
    }
}
