package io.kuaka.data;

import io.kuaka.data.tenant.MixedTenantsException;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.schema.table.Column;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be written to the rows of one tenant. */
final class TenantRules {
    private TenantRules() {}

    /** Returns the rows of a model: of the tenant, if only those of one are wanted. */
    static Query rows(Session session, ModelShape shape) {
        Tenancy tenancy = shape.tenancy();
        Query rows = new Query(session, shape);
        for (Condition condition : tenancy == null ? List.<Condition>of() : tenancy.conditions(shape.key())) {
            rows = rows.filter(condition);
        }
        return rows;
    }

    /** Returns a tenant: the value of the attribute, if need be from the row that it refers to. */
    static Object idOf(ProjectState state, String attribute, Object given) {
        if (!(given instanceof Row row)) {
            return given;
        }
        return state.models().values().stream()
                .flatMap(model -> tenantReferences(model, attribute))
                .filter(field -> field.refersTo(row.model()))
                .map(field -> row.values(field.requireReference().targetFields(state)))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(row.key()));
    }

    /** The attribute, and the references that share its column with it, as beside a {@code @TenantId}. */
    private static Stream<Field> tenantReferences(ModelState model, String attribute) {
        Field tenant = model.fields().get(attribute);
        return tenant == null
                ? Stream.empty()
                : model.fields().values().stream()
                        .filter(field -> field.isReference() && field.columns().equals(tenant.columns()));
    }

    /** Returns the values of a new row, with its tenant. */
    static Map<String, ?> completed(ModelShape shape, Map<String, ?> values) {
        Tenancy tenancy = shape.tenancy();
        List<String> columns = tenantColumns(shape);
        if (tenancy == null || columns.isEmpty() || Terms.has(shape, values, columns)) {
            return values;
        }
        Map<String, @Nullable Object> completed = new LinkedHashMap<>(values);
        completed.put(tenancy.paths().attribute(), tenancy.id());
        return completed;
    }

    /** The columns of a model that hold its tenant, if it is confined to one. */
    private static List<String> tenantColumns(ModelShape shape) {
        Tenancy tenancy = shape.tenancy();
        return tenancy == null || !tenancy.paths().holds(shape.key())
                ? List.of()
                : shape.model().field(tenancy.paths().attribute()).columns();
    }

    /** Makes sure that all rows were read as those of the model's tenant: what is set in them was checked then. */
    static void requireRead(ModelShape shape, Collection<Row> rows) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy != null) {
            for (Row row : rows) {
                Tenancy own = row.tenancy();
                if (own == null || !own.isSame(tenancy)) {
                    throw MixedTenantsException.row(row.model(), String.valueOf(row.key()), tenancy.id());
                }
            }
        }
    }

    /** Makes sure that values of a new row give it to its tenant, and let it refer to rows of this tenant only. */
    static void requireNew(Session session, ModelShape shape, Map<String, ?> values) {
        require(session, shape, values, true);
    }

    /** Makes sure that values leave a row with its tenant, and let it refer to rows of this tenant only. */
    static void requireChange(Session session, ModelShape shape, Map<String, ?> values) {
        require(session, shape, values, false);
    }

    /** Looks at columns: a field can be written by its name, by that of its column, and by paths to keys. */
    private static void require(Session session, ModelShape shape, Map<String, ?> values, boolean isNew) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy == null) {
            return;
        }
        Map<String, @Nullable Object> written = written(shape, values);
        List<String> tenantColumns = tenantColumns(shape);
        for (String column : tenantColumns) {
            if (written.containsKey(column) && !tenancy.isId(String.valueOf(written.get(column)))) {
                throw MixedTenantsException.change(shape.key(), tenancy.paths().attribute(), tenancy.id());
            }
        }
        for (Field link : tenancy.paths().links(shape.key())) {
            boolean isWritten = link.columns().stream()
                    .anyMatch(each -> !tenantColumns.contains(each) && written.containsKey(each));
            if (isWritten) {
                Map<String, @Nullable Object> reference = new LinkedHashMap<>(written);
                tenantColumns.forEach(column -> reference.put(column, tenancy.id()));
                reference.keySet().retainAll(link.columns());
                requireOwn(session, shape, link, reference, isNew);
            }
        }
    }

    /** The value of each column, which may be an expression. */
    private static Map<String, @Nullable Object> written(ModelShape shape, Map<String, ?> values) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Expression) {
                shape.ownColumns(name).forEach(column -> written.put(column.name(), value));
            }
        });
        Terms.plain(shape, values).forEach((column, value) -> written.put(column.name(), value));
        return written;
    }

    private static void requireOwn(
            Session session, ModelShape shape, Field link, Map<String, @Nullable Object> reference, boolean isNew) {
        Object id = Objects.requireNonNull(shape.tenancy()).id();
        if (reference.values().stream().anyMatch(Expression.class::isInstance)) {
            throw MixedTenantsException.computed(shape.key(), link.name(), id);
        }
        List<String> missing = link.columns().stream()
                .filter(column -> !reference.containsKey(column))
                .toList();
        if (!missing.isEmpty() && !isNew) {
            throw MixedTenantsException.incomplete(shape.key(), link.name(), missing);
        }
        // A reference with a null in any of its columns refers to nothing.
        boolean refers = missing.isEmpty() && !reference.containsValue(null);
        if (refers && !isThere(session, shape, link, reference)) {
            List<@Nullable Object> values = new ArrayList<>();
            link.columns().forEach(column -> values.add(reference.get(column)));
            Object value = values.size() == 1 ? String.valueOf(values.get(0)) : values;
            throw MixedTenantsException.reference(shape.key(), link.name(), value, id);
        }
    }

    private static boolean isThere(
            Session session, ModelShape shape, Field link, Map<String, @Nullable Object> reference) {
        Reference to = link.requireReference();
        ModelShape target = new ModelShape(session.state(), session.grammar(), to.to(), shape.tenancy());
        Query rows = rows(session, target);
        List<Column> columns = target.columns(shape.targetColumns(to));
        for (int i = 0; i < columns.size(); i++) {
            rows = rows.where(
                    rows.equal(columns.get(i), reference.get(link.columns().get(i))));
        }
        return rows.exists();
    }
}
