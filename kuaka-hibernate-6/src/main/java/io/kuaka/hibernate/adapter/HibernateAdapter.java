package io.kuaka.hibernate.adapter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.generator.Generator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
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

/**
 * The parts of Hibernate that the reader needs and that have another form in another line of versions.
 *
 * <p>Only what can't be written in one form for all lines belongs here: a member with other parameters, or a class that
 * has moved. Each implementation is compiled with its own line, so nothing is called by reflection that has a public
 * form.
 */
public interface HibernateAdapter {
    /** Returns the strategy that makes {@code book_title} of {@code bookTitle}. */
    PhysicalNamingStrategy snakeCase();

    /** Adds the types that only some databases have, so that no mapping is replaced by another one. */
    void addTypes(JdbcTypeRegistry types);

    /** Returns what lets embeddables be stored in one column; its expressions are never run. */
    AggregateSupport aggregates();

    /** Returns the type of a column's values. */
    JdbcMapping typeOf(Column column, MetadataImplementor metadata);

    /** Returns the type of the column at an index of a value. */
    JdbcMapping typeOf(Value value, int index, MetadataImplementor metadata);

    /** Returns length, precision and scale of a column under the metadata's dialect. */
    Size sizeOf(Column column, MetadataImplementor metadata);

    /** Returns the foreign keys of a table. */
    Collection<ForeignKey> foreignKeysOf(Table table);

    /** Returns what generates an identifier. */
    @Nullable
    Generator generatorOf(KeyValue identifier, RootClass root, MetadataImplementor metadata);

    /** Returns the generators within an identifier of several attributes, by the attribute's index. */
    Map<Integer, Generator> partsOf(CompositeNestedGeneratedValueGenerator generator);

    /**
     * Returns the sequence from which a generator of {@code @NativeGenerator} takes its numbers under the metadata's
     * dialect; null for other generators.
     */
    @Nullable
    String nativeSequenceOf(@Nullable Generator generator, MetadataImplementor metadata);

    /** Returns the entities that a reference to any of them names, by the value of the discriminator. */
    Map<String, String> entitiesOf(Any reference);

    /**
     * Returns the value of a discriminator for an entity that the reference doesn't name; empty if it can't refer to such
     * entities.
     */
    Optional<String> impliedValue(Any reference, PersistentClass entity);

    /** Returns the SQL at the end of a table's definition. */
    @Nullable
    String optionsOf(Table table);

    /** Returns the SQL at the end of a column's definition. */
    @Nullable
    String optionsOf(Column column);

    /** Returns the SQL at the end of a unique constraint. */
    @Nullable
    String optionsOf(UniqueKey key);

    /** Returns the SQL at the end of a check. */
    @Nullable
    String optionsOf(CheckConstraint check);

    /** Returns the SQL at the end of an index. */
    @Nullable
    String optionsOf(Index index);

    /** Returns the SQL at the end of a foreign key. */
    @Nullable
    String optionsOf(ForeignKey key);

    /** Returns the SQL at the end of a sequence. */
    @Nullable
    String optionsOf(Sequence sequence);
}
