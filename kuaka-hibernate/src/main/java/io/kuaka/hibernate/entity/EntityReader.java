package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.MemberOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/** Finds the fields of entities, in the tables that inheritance and secondary tables determine. */
public final class EntityReader {
    private final MetadataImplementor metadata;
    private final Drafts drafts;
    private final AttributeReader attributes;

    public EntityReader(MetadataImplementor metadata, Drafts drafts, AttributeReader attributes) {
        this.metadata = metadata;
        this.drafts = drafts;
        this.attributes = attributes;
    }

    /** An attribute and the model that holds it. */
    private record Placed(PersistentClass entity, Property property, Draft draft) {
        boolean clashesWith(Placed other) {
            return draft == other.draft
                    && property.getName().equals(other.property.getName())
                    && !Columns.of(property.getValue()).equals(Columns.of(other.property.getValue()));
        }
    }

    /** Adds the fields of all entities to their models. */
    public void readAll() {
        List<Placed> placed = new ArrayList<>();
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            drafts.find(entity.getTable()).ifPresent(draft -> readKey(entity, draft));
            entity.getJoins().forEach(this::readJoinKey);
            placed.addAll(place(entity));
        }
        for (Placed each : placed) {
            boolean clash = placed.stream().anyMatch(each::clashesWith);
            String name = attributeName(each.entity(), each.property());
            attributes.read(
                    each.draft(),
                    clash ? EntityNames.of(each.entity()) + "." + name : name,
                    each.property().getValue(),
                    each.property().getValue() instanceof BasicValue basic && basic.isPartitionKey());
        }
    }

    private void readKey(PersistentClass entity, Draft draft) {
        boolean perClass = entity.getTable() instanceof DenormalizedTable;
        if (entity.isJoinedSubclass() && !perClass) {
            String superEntity = entity.getSuperclass().getEntityName();
            readKeyReference(draft, idName(entity), entity.getKey(), superEntity);
        } else if (entity.getSuperclass() == null || perClass) {
            readIdentifier(entity, draft);
            readDiscriminator(entity, draft);
        }
    }

    private void readIdentifier(PersistentClass entity, Draft draft) {
        Component mapper = entity.getIdentifierMapper();
        if (mapper != null) {
            // An id class repeats the attributes of the entity; only those of the entity tell what they refer to.
            attributes.read(draft, "", mapper, true);
        } else {
            String name = entity.hasIdentifierProperty() ? idName(entity) : "";
            attributes.read(draft, name, entity.getIdentifier(), true);
        }
    }

    private void readDiscriminator(PersistentClass entity, Draft draft) {
        if (entity.getDiscriminator() != null) {
            Columns.of(entity.getDiscriminator()).stream()
                    .filter(column -> !draft.has(column.getName()))
                    .forEach(column -> attributes.readColumn(draft, column.getName(), column));
        }
    }

    /** Returns the name of the id's attribute; with an id class there isn't a single one. */
    private static String idName(PersistentClass entity) {
        Property identifier = entity.getRootClass().getIdentifierProperty();
        return identifier == null ? "id" : identifier.getName();
    }

    private void readJoinKey(Join join) {
        drafts.find(join.getTable(), join)
                .ifPresent(draft -> readKeyReference(
                        draft, "owner", join.getKey(), join.getPersistentClass().getEntityName()));
    }

    private void readKeyReference(Draft draft, String name, KeyValue value, String entityName) {
        boolean key = draft.primaryKey().containsAll(Columns.canonical(Columns.of(value)));
        attributes.readReference(draft, name, key, Columns.of(value), entityName, null, value);
    }

    private List<Placed> place(PersistentClass entity) {
        boolean perClass = entity.getTable() instanceof DenormalizedTable;
        List<Property> properties = perClass ? entity.getPropertyClosure() : entity.getProperties();
        List<Placed> placed = new ArrayList<>();
        for (Property property : MemberOrder.sort(properties, entity.getMappedClass())) {
            if (!property.isSynthetic() && !property.isBackRef() && !isIdentifierMapper(entity, property)) {
                table(entity, property.getValue(), perClass)
                        .flatMap(drafts::find)
                        .filter(draft -> !isOfOtherMapping(entity, draft))
                        .ifPresent(draft -> placed.add(new Placed(entity, property, draft)));
            }
        }
        return placed;
    }

    /** With a table per class, inherited attributes report the table of the class that declares them. */
    private static Optional<Table> table(PersistentClass entity, Value value, boolean perClass) {
        Table table = value.getTable();
        boolean inherited = false;
        for (PersistentClass each = entity; perClass && each != null && !inherited; each = each.getSuperclass()) {
            inherited = each.getTable().equals(table);
        }
        return Optional.ofNullable(inherited ? entity.getTable() : table);
    }

    /** A secondary table may be the table of another entity, which gives it its fields. */
    private static boolean isOfOtherMapping(PersistentClass entity, Draft draft) {
        return entity.getJoins().stream().anyMatch(join -> join.getTable().equals(draft.table()) && !draft.isOf(join));
    }

    private static String attributeName(PersistentClass entity, Property property) {
        return JoinTables.isAssociationOnly(entity, property) ? "element" : property.getName();
    }

    private static boolean isIdentifierMapper(PersistentClass entity, Property property) {
        Component mapper = entity.getIdentifierMapper();
        return mapper != null && mapper.equals(property.getValue());
    }
}
