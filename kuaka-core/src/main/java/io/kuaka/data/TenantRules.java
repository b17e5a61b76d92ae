package io.kuaka.data;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.tenant.MixedTenantsException;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Returns the values of a new row, with its tenant. */
    static Map<String, ?> completed(ModelShape shape, Map<String, ?> values) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy == null || !tenancy.isAware(shape.key())) {
            return values;
        }
        List<String> columns = shape.model().field(tenancy.attribute()).columns();
        boolean isGiven = values.keySet().stream()
                .map(shape.model().fields()::get)
                .anyMatch(each -> each != null && each.columns().equals(columns));
        if (isGiven) {
            return values;
        }
        Map<String, @Nullable Object> completed = new LinkedHashMap<>(values);
        completed.put(tenancy.attribute(), tenancy.id());
        return completed;
    }

    /** Makes sure that values leave a row with its tenant, and let it refer to rows of this tenant only. */
    static void require(Session session, ModelShape shape, Map<String, ?> values) {
        if (shape.tenancy() != null) {
            values.forEach((name, value) -> require(session, shape, name, value));
        }
    }

    /** Makes sure that a value leaves a row with its tenant, and lets it refer to a row of this tenant only. */
    static void require(Session session, ModelShape shape, String name, @Nullable Object value) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy == null || (value == null && !tenancy.attribute().equals(name))) {
            return;
        }
        Object plain = value instanceof Row row ? row.key() : value;
        tenancy.requireOwn(shape.key(), name, String.valueOf(plain));
        for (Field link : tenancy.links(shape.key())) {
            if (link.name().equals(name)
                    && !(value instanceof Expression)
                    && link.columns().size() == 1) {
                requireOwn(session, shape, link, value instanceof Row row ? reference(shape, link, row) : value);
            }
        }
    }

    private static @Nullable Object reference(ModelShape shape, Field link, Row row) {
        return shape.columnValues(link.name(), shape.ownColumns(link.name()), row)
                .get(0);
    }

    private static void requireOwn(Session session, ModelShape shape, Field link, @Nullable Object value) {
        Tenancy tenancy = shape.tenancy();
        if (tenancy != null && value != null) {
            ModelShape target = new ModelShape(
                    session.state(), session.grammar(), link.requireReference().to(), tenancy);
            String key =
                    link.requireReference().targetFields(session.state()).get(0).name();
            if (!rows(session, target).filter(field(key).eq(value)).exists()) {
                throw MixedTenantsException.reference(shape.key(), link.name(), value, tenancy.id());
            }
        }
    }
}
