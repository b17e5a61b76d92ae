package io.kuaka.hibernate.line;

import io.kuaka.hibernate.adapter.HibernateAdapter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.dialect.aggregate.AggregateSupportImpl;
import org.hibernate.dialect.type.PostgreSQLCastingInetJdbcType;
import org.hibernate.dialect.type.PostgreSQLEnumJdbcType;
import org.hibernate.dialect.type.PostgreSQLOrdinalEnumJdbcType;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.generator.Generator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.NativeGenerator;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.mapping.Value;
import org.hibernate.metamodel.internal.FullNameImplicitDiscriminatorStrategy;
import org.hibernate.metamodel.internal.ShortNameImplicitDiscriminatorStrategy;
import org.hibernate.metamodel.mapping.DiscriminatorValue;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SqlTypedMapping;
import org.hibernate.metamodel.spi.ImplicitDiscriminatorStrategy;
import org.hibernate.type.MetaType;
import org.hibernate.type.descriptor.jdbc.JsonAsStringArrayJdbcTypeConstructor;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** Hibernate 7.0 to 7.4. */
final class Hibernate7Adapter implements HibernateAdapter {
    /** The class itself isn't there before 7.4. */
    private static final String WRAPPED = "org.hibernate.metamodel.mapping.DiscriminatorValue";

    @Override
    public PhysicalNamingStrategy snakeCase() {
        return new PhysicalNamingStrategySnakeCaseImpl();
    }

    @Override
    public void addTypes(JdbcTypeRegistry types) {
        types.addTypeConstructorIfAbsent(JsonAsStringArrayJdbcTypeConstructor.INSTANCE);
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
        return column.getType();
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
        return table.getForeignKeyCollection();
    }

    @Override
    public @Nullable Generator generatorOf(KeyValue identifier, RootClass root, MetadataImplementor metadata) {
        Database database = metadata.getDatabase();
        return identifier.createGenerator(
                database.getDialect(), root, root.getIdentifierProperty(), new ConnectionDefaults(database));
    }

    @Override
    public Map<Integer, Generator> partsOf(CompositeNestedGeneratedValueGenerator generator) {
        Map<Integer, Generator> parts = new TreeMap<>();
        generator.getGenerationPlans().forEach(plan -> parts.put(plan.getPropertyIndex(), plan.getGenerator()));
        return parts;
    }

    /** The generator keeps its sequence to itself, but adds it to any database. */
    @Override
    public @Nullable String nativeSequenceOf(@Nullable Generator generator, MetadataImplementor metadata) {
        if (!(generator instanceof NativeGenerator chosen)) {
            return null;
        }
        Database empty = new Database(metadata.getMetadataBuildingOptions());
        chosen.registerExportables(empty);
        for (Namespace namespace : empty.getNamespaces()) {
            for (Sequence sequence : namespace.getSequences()) {
                return sequence.getName().getSequenceName().getText();
            }
        }
        return null;
    }

    /** The values are wrapped since 7.4. */
    @Override
    public Map<String, String> entitiesOf(Any reference) {
        Map<String, String> entities = new TreeMap<>();
        Map<?, String> values = reference.getMetaValues();
        if (values != null) {
            values.forEach((value, entity) -> entities.put(text(value), entity));
        }
        return entities;
    }

    /** Another strategy is the application's own; what it does only a running one knows. */
    @Override
    public Optional<String> impliedValue(Any reference, PersistentClass entity) {
        MetaType discriminator = (MetaType) reference.getType().getDiscriminatorType();
        ImplicitDiscriminatorStrategy strategy = discriminator.getImplicitValueStrategy();
        if (strategy == null
                ? entitiesOf(reference).isEmpty()
                : strategy instanceof FullNameImplicitDiscriminatorStrategy) {
            return Optional.of(entity.getEntityName());
        }
        return strategy instanceof ShortNameImplicitDiscriminatorStrategy
                ? Optional.of(entity.getJpaEntityName())
                : Optional.empty();
    }

    private static String text(Object value) {
        return String.valueOf(
                value.getClass().getName().startsWith(WRAPPED) ? ((DiscriminatorValue) value).value() : value);
    }

    @Override
    public @Nullable String optionsOf(Table table) {
        return table.getOptions();
    }

    @Override
    public @Nullable String optionsOf(Column column) {
        return column.getOptions();
    }

    @Override
    public @Nullable String optionsOf(UniqueKey key) {
        return key.getOptions();
    }

    @Override
    public @Nullable String optionsOf(CheckConstraint check) {
        return check.getOptions();
    }

    @Override
    public @Nullable String optionsOf(Index index) {
        return index.getOptions();
    }

    @Override
    public @Nullable String optionsOf(ForeignKey key) {
        return key.getOptions();
    }

    @Override
    public @Nullable String optionsOf(Sequence sequence) {
        return sequence.getOptions();
    }

    /** Makes generators use the connection's catalog and schema. */
    private record ConnectionDefaults(Database database) implements GeneratorSettings {
        @Override
        public @Nullable String getDefaultCatalog() {
            return null;
        }

        @Override
        public @Nullable String getDefaultSchema() {
            return null;
        }

        @Override
        public SqlStringGenerationContext getSqlStringGenerationContext() {
            return SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
        }
    }

    private static final class Aggregates extends AggregateSupportImpl {
        @Override
        public String aggregateComponentCustomReadExpression(
                String template,
                String placeholder,
                String aggregateParentReadExpression,
                String columnExpression,
                int aggregateColumnTypeCode,
                SqlTypedMapping column,
                TypeConfiguration typeConfiguration) {
            return template;
        }

        @Override
        public String aggregateComponentAssignmentExpression(
                String aggregateParentAssignmentExpression,
                String columnExpression,
                int aggregateColumnTypeCode,
                Column column) {
            return columnExpression;
        }

        @Override
        public boolean requiresAggregateCustomWriteExpressionRenderer(int aggregateSqlTypeCode) {
            return false;
        }
    }
}
