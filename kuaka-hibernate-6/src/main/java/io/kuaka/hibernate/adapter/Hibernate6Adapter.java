package io.kuaka.hibernate.adapter;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.PostgreSQLCastingInetJdbcType;
import org.hibernate.dialect.PostgreSQLEnumJdbcType;
import org.hibernate.dialect.PostgreSQLOrdinalEnumJdbcType;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.dialect.aggregate.AggregateSupportImpl;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.generator.Generator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator.GenerationPlan;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.mapping.Value;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.jspecify.annotations.Nullable;

/** Hibernate 6.6, which knows no options: they came with Jakarta Persistence 3.2. */
public final class Hibernate6Adapter implements HibernateAdapter {
    @Override
    public PhysicalNamingStrategy snakeCase() {
        return new CamelCaseToUnderscoresNamingStrategy();
    }

    @Override
    public void addTypes(JdbcTypeRegistry types) {
        types.addDescriptor(PostgreSQLCastingInetJdbcType.INSTANCE);
        types.addDescriptor(PostgreSQLEnumJdbcType.INSTANCE);
        types.addDescriptor(PostgreSQLOrdinalEnumJdbcType.INSTANCE);
    }

    @Override
    public AggregateSupport aggregates() {
        return new Aggregates();
    }

    @Override
    public JdbcMapping typeOf(Column column, MetadataImplementor metadata) {
        return typeOf(column.getValue(), column.getTypeIndex(), metadata);
    }

    @Override
    public JdbcMapping typeOf(Value value, int index, MetadataImplementor metadata) {
        return value.getSelectableType(metadata, index);
    }

    @Override
    public Size sizeOf(Column column, MetadataImplementor metadata) {
        return column.getColumnSize(metadata.getDatabase().getDialect(), metadata);
    }

    @Override
    public Collection<ForeignKey> foreignKeysOf(Table table) {
        return table.getForeignKeys().values();
    }

    @Override
    public @Nullable Generator generatorOf(KeyValue identifier, RootClass root, MetadataImplementor metadata) {
        return identifier.createGenerator(
                metadata.getMetadataBuildingOptions().getIdentifierGeneratorFactory(),
                metadata.getDatabase().getDialect(),
                root);
    }

    /** This line keeps the plans to itself. */
    @Override
    public Map<Integer, Generator> partsOf(CompositeNestedGeneratedValueGenerator generator) {
        Map<Integer, Generator> parts = new TreeMap<>();
        try {
            Field plans = CompositeNestedGeneratedValueGenerator.class.getDeclaredField("generationPlans");
            plans.setAccessible(true);
            for (Object plan : (List<?>) plans.get(generator)) {
                GenerationPlan each = (GenerationPlan) plan;
                parts.put(each.getPropertyIndex(), each.getGenerator());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    /** This line has no {@code @NativeGenerator}. */
    @Override
    public @Nullable String nativeSequenceOf(@Nullable Generator generator, MetadataImplementor metadata) {
        return null;
    }

    @Override
    public Map<String, String> entitiesOf(Any reference) {
        Map<String, String> entities = new TreeMap<>();
        if (reference.getMetaValues() != null) {
            reference.getMetaValues().forEach((value, entity) -> entities.put(String.valueOf(value), entity));
        }
        return entities;
    }

    @Override
    public Optional<String> impliedValue(Any reference, PersistentClass entity) {
        return entitiesOf(reference).isEmpty() ? Optional.of(entity.getEntityName()) : Optional.empty();
    }

    @Override
    public @Nullable String optionsOf(Table table) {
        return null;
    }

    @Override
    public @Nullable String optionsOf(Column column) {
        return null;
    }

    @Override
    public @Nullable String optionsOf(UniqueKey key) {
        return null;
    }

    @Override
    public @Nullable String optionsOf(CheckConstraint check) {
        return null;
    }

    @Override
    public @Nullable String optionsOf(Index index) {
        return null;
    }

    @Override
    public @Nullable String optionsOf(ForeignKey key) {
        return null;
    }

    @Override
    public @Nullable String optionsOf(Sequence sequence) {
        return null;
    }

    private static final class Aggregates extends AggregateSupportImpl {
        @Override
        public String aggregateComponentCustomReadExpression(
                String template,
                String placeholder,
                String aggregateParentReadExpression,
                String columnExpression,
                AggregateColumn aggregateColumn,
                Column column) {
            return template;
        }

        @Override
        public String aggregateComponentAssignmentExpression(
                String aggregateParentAssignmentExpression,
                String columnExpression,
                AggregateColumn aggregateColumn,
                Column column) {
            return columnExpression;
        }

        @Override
        public boolean requiresAggregateCustomWriteExpressionRenderer(int aggregateSqlTypeCode) {
            return false;
        }
    }
}
