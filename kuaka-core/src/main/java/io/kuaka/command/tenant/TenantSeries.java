package io.kuaka.command.tenant;

import static io.kuaka.expression.Expression.field;

import io.kuaka.command.tenant.AdoptTenant.Options;
import io.kuaka.expression.Assignment;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Fields;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations of the four steps by which the models of an app get a tenant. */
final class TenantSeries {
    private final ProjectState state;
    private final Options options;

    TenantSeries(ProjectState state, Options options) {
        this.state = state;
        this.options = options;
    }

    /**
     * Returns the fields that hold the tenant: the reference and, if Hibernate is to see the tenant as a value, the value
     * in the same column.
     */
    List<Field> fields() {
        Field reference = Fields.reference(options.field(), options.tenant().toString());
        if (options.idField() == null) {
            return List.of(reference);
        }
        Field key = tenantKey();
        Field value = Field.of(options.idField(), key.type()).withColumns(reference.columns());
        return List.of(value, reference);
    }

    private Field tenantKey() {
        List<Field> key = state.model(options.tenant()).primaryKey();
        if (key.size() != 1 || key.get(0).columns().size() != 1) {
            throw UnadoptableModelException.hasLongKey(
                    options.tenant(), "its primary key has several columns, so no column of a row can hold it.");
        }
        return key.get(0);
    }

    List<Operation> nullable(List<ModelKey> models) {
        return each(models, model -> fields().stream().map(field -> new AddField(model.name(), field.nullable())));
    }

    List<Operation> assigned(String app, List<ModelKey> models) {
        List<Operation> operations = new ArrayList<>();
        DefaultTenant tenant = defaultTenant();
        operations.add(tenant.creation(app));
        models.forEach(model -> operations.add(new Backfill(
                        model.name(), field(options.field()).isNull(), Assignment.set(options.field(), tenant.key(app)))
                .reversedByNothing()));
        return operations;
    }

    private DefaultTenant defaultTenant() {
        return new DefaultTenant(options.tenant(), state.model(options.tenant()), tenantKey(), options.defaultSlug());
    }

    /** Old code may have inserted rows without a tenant since they were assigned. */
    List<Operation> required(String app, List<ModelKey> models) {
        List<Operation> operations = new ArrayList<>();
        operations.add(defaultTenant().assignment(app, options.field(), models));
        operations.addAll(each(models, model -> fields().stream().map(field -> new AlterField(model.name(), field))));
        return operations;
    }

    /** What another model refers to stays unique by itself. */
    List<Operation> tenantFirst(List<ModelKey> models) {
        return each(models, model -> {
            ModelState now = state.model(model);
            return Stream.of(indexes(model, now), constraints(model, now), uniqueFields(model, now))
                    .flatMap(List::stream);
        });
    }

    private List<Operation> indexes(ModelKey key, ModelState model) {
        List<Operation> operations = new ArrayList<>();
        for (Index index : model.indexes().values()) {
            if (!index.isUnique() || !isReferredTo(key, index.fields())) {
                addIndex(operations, model, index);
            }
        }
        return operations;
    }

    private void addIndex(List<Operation> operations, ModelState model, Index index) {
        List<IndexPart> parts = new ArrayList<>(List.of(IndexPart.parse(options.field())));
        parts.addAll(index.parts());
        boolean isDerived = index.name().equals(Names.index(model.table(), columns(model, index.parts())));
        String name = isDerived ? Names.index(model.table(), columns(model, parts)) : index.name();
        exchange(
                operations,
                new RemoveIndex(model.name(), index.name()),
                new AddIndex(model.name(), index.withParts(parts).withName(name)),
                isDerived);
    }

    /** A database may need the old one until the new one is there; under the same name that isn't possible. */
    private static void exchange(List<Operation> operations, Operation removal, Operation addition, boolean isFree) {
        operations.add(isFree ? addition : removal);
        operations.add(isFree ? removal : addition);
    }

    private List<Operation> constraints(ModelKey key, ModelState model) {
        List<Operation> operations = new ArrayList<>();
        for (Constraint constraint : model.constraints().values()) {
            if (constraint instanceof UniqueConstraint unique && !isReferredTo(key, unique.fieldNames())) {
                List<String> fields = new ArrayList<>(List.of(options.field()));
                fields.addAll(unique.fieldNames());
                List<String> was = columnsOf(model, unique.fieldNames());
                boolean isDerived = unique.name().equals(Names.unique(model.table(), was));
                String name = isDerived ? tenantUnique(model, was) : unique.name();
                exchange(
                        operations,
                        new RemoveConstraint(model.name(), unique.name()),
                        new AddConstraint(
                                model.name(), unique.withFields(fields).withName(name)),
                        isDerived);
            }
        }
        return operations;
    }

    /** A unique reference is one to one, which its annotation says by itself: it stays. */
    private List<Operation> uniqueFields(ModelKey key, ModelState model) {
        List<Operation> operations = new ArrayList<>();
        for (Field each : model.fields().values()) {
            if (each.isUnique() && !each.isReference() && !isReferredTo(key, List.of(each.name()))) {
                operations.add(new AlterField(model.name(), each.withUnique(false)));
                operations.add(new AddConstraint(
                        model.name(),
                        Indexes.unique(tenantUnique(model, each.columns())).on(options.field(), each.name())));
            }
        }
        return operations;
    }

    private String tenantUnique(ModelState model, List<String> columns) {
        List<String> all = new ArrayList<>(fields().get(0).columns());
        all.addAll(columns);
        return Names.unique(model.table(), all);
    }

    private boolean isReferredTo(ModelKey key, Collection<String> fields) {
        return state.referrers(key).stream()
                .flatMap(referrer -> state.model(referrer).fields().values().stream())
                .filter(each -> each.refersTo(key))
                .anyMatch(each -> Set.copyOf(each.requireReference().targets()).equals(Set.copyOf(fields)));
    }

    private List<String> columns(ModelState model, List<IndexPart> parts) {
        return parts.stream().flatMap(part -> columnsOf(model, part)).toList();
    }

    private Stream<String> columnsOf(ModelState model, IndexPart part) {
        String order = part.descending() ? " desc" : "";
        return part.field().stream()
                .flatMap(name -> name.equals(options.field())
                        ? fields().get(0).columns().stream()
                        : model.field(name).columns().stream())
                .map(column -> column + order);
    }

    private static List<String> columnsOf(ModelState model, List<String> fields) {
        return fields.stream()
                .flatMap(name -> model.field(name).columns().stream())
                .toList();
    }

    private static List<Operation> each(
            List<ModelKey> models, Function<ModelKey, Stream<? extends Operation>> operations) {
        return models.stream().<Operation>flatMap(operations).toList();
    }
}
