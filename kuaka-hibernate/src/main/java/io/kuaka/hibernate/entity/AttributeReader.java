package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.column.ColumnTypes;
import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Components;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.draft.MemberOrder;
import io.kuaka.hibernate.draft.Target;
import io.kuaka.hibernate.line.HibernateLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.Array;
import org.hibernate.mapping.Bag;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.DependantValue;
import org.hibernate.mapping.IdentifierBag;
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PrimitiveArray;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Set;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.hibernate.mapping.ValueVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Converts an attribute to fields: one for a value or an association, several for an embedded one.
 *
 * <p>Collections are left to {@link CollectionReader}; formulas have no column, hence no field.
 */
public final class AttributeReader {
    private final MetadataImplementor metadata;
    private final References references;
    private final ColumnTypes types;
    private final MeaningReader meanings;

    public AttributeReader(
            MetadataImplementor metadata, References references, ColumnTypes types, MeaningReader meanings) {
        this.metadata = metadata;
        this.references = references;
        this.types = types;
        this.meanings = meanings;
    }

    /** Adds the fields of an attribute to the model. */
    void read(Draft draft, String name, Value value, boolean key) {
        value.accept(new Visitor(draft, name, key));
    }

    /** Adds a field for a column without an attribute. */
    void readColumn(Draft draft, String name, Column column) {
        draft.add(FieldDraft.value(name, column, isKey(draft, column), types.of(draft.where(name), column)));
    }

    /** Adds a field for columns that refer to an entity, or plain fields if the entity has no table. */
    void readReference(
            Draft draft,
            String name,
            boolean key,
            List<Column> columns,
            String entityName,
            @Nullable String property,
            Value value) {
        Optional<FieldDraft> reference = references.find(draft, name, key, columns, entityName, property);
        if (reference.isEmpty()) {
            addColumns(draft, name, key, columns, value);
        } else if (hasTypeOfItsOwn(draft, reference.get())) {
            Column own = draft.column(columns.get(0));
            boolean hasField = draft.fields().stream()
                    .anyMatch(field -> field.columnNames().equals(List.of(own.getCanonicalName())));
            if (!hasField) {
                readColumn(draft, draft.freeName(own.getName()), own);
            }
            draft.add(reference.get().outsideKey());
        } else {
            draft.add(reference.get());
        }
    }

    /**
     * Returns whether the table's column is one that something else made, with another type than what it refers to: an id
     * class states the key of an entity as a text without its length.
     */
    @SuppressWarnings("ReferenceEquality") // columns of the same name are equal for Hibernate, whatever their types
    private boolean hasTypeOfItsOwn(Draft draft, FieldDraft reference) {
        Target target = Objects.requireNonNull(reference.target());
        Column column = reference.columns().get(0);
        Column own = draft.column(column);
        return reference.columns().size() == 1
                && own != column
                && !types.of(draft.where(), own)
                        .equals(types.of(
                                draft.where(),
                                target.draft().column(target.columns().get(0))));
    }

    private void addColumns(Draft draft, String name, boolean key, List<Column> columns, Value value) {
        for (Column column : columns) {
            String fieldName = columns.size() == 1 ? name : name + "." + column.getName();
            var type = types.of(
                    draft.where(name),
                    column,
                    HibernateLine.adapter().typeOf(value, value.getSelectables().indexOf(column), metadata));
            draft.add(FieldDraft.value(fieldName, column, key, type));
        }
    }

    private static boolean isKey(Draft draft, Column column) {
        return draft.primaryKey().contains(column.getCanonicalName());
    }

    /** Calls the method for each kind of value. */
    private final class Visitor implements ValueVisitor {
        private static final Object DONE = new Object();

        private final Draft draft;
        private final String name;
        private final boolean key;

        Visitor(Draft draft, String name, boolean key) {
            this.draft = draft;
            this.name = name;
            this.key = key;
        }

        @Override
        public Object accept(BasicValue value) {
            return accept((SimpleValue) value);
        }

        @Override
        public Object accept(SimpleValue value) {
            addColumns(draft, name, key, Columns.of(value), value);
            return DONE;
        }

        @Override
        public Object accept(DependantValue value) {
            return accept((SimpleValue) value);
        }

        @Override
        public Object accept(Component value) {
            Column aggregate = value.getAggregateColumn();
            if (aggregate != null) {
                draft.add(
                        FieldDraft.value(name, aggregate, key, types.ofAggregate(draft.where(name), value, aggregate)));
                return DONE;
            }
            for (Property property : MemberOrder.sort(value.getProperties(), Components.type(value))) {
                if (!property.isSynthetic()) {
                    read(
                            draft,
                            name.isEmpty() ? property.getName() : name + "." + property.getName(),
                            property.getValue(),
                            key);
                }
            }
            return DONE;
        }

        @Override
        public Object accept(ManyToOne value) {
            return toOne(value, Columns.of(value));
        }

        /** Without columns of its own, it shares the primary key with the other entity, or is owned by its side. */
        @Override
        public Object accept(OneToOne value) {
            return value.isConstrained() ? toOne(value, Columns.of(value.getIdentifier())) : DONE;
        }

        @Override
        public Object accept(Any value) {
            read(draft, name, value.getKeyDescriptor(), key);
            read(draft, name + ".type", value.getDiscriminatorDescriptor(), key);
            meanings.note(draft, name + ".type", value);
            return DONE;
        }

        private Object toOne(ToOne value, List<Column> columns) {
            if (!columns.isEmpty()) {
                String property = value.isReferenceToPrimaryKey() ? null : value.getReferencedPropertyName();
                boolean own = key && value.getColumnSpan() > 0;
                readReference(draft, name, own, columns, value.getReferencedEntityName(), property, value);
            }
            return DONE;
        }

        @Override
        public Object accept(Bag bag) {
            return DONE;
        }

        @Override
        public Object accept(IdentifierBag bag) {
            return DONE;
        }

        @Override
        public Object accept(org.hibernate.mapping.List list) {
            return DONE;
        }

        @Override
        public Object accept(PrimitiveArray primitiveArray) {
            return DONE;
        }

        @Override
        public Object accept(Array array) {
            return DONE;
        }

        @Override
        public Object accept(org.hibernate.mapping.Map map) {
            return DONE;
        }

        @Override
        public Object accept(OneToMany many) {
            return DONE;
        }

        @Override
        public Object accept(Set set) {
            return DONE;
        }
    }
}
