package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.discovery.Apps;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.Origin;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;

/** Decides which tables become models, with which names and in which apps. */
public final class ModelPlan {
    private final MetadataImplementor metadata;
    private final Apps apps;
    private final UnmanagedTables unmanaged;
    private final Drafts drafts;
    private final List<String> unassigned = new ArrayList<>();

    public ModelPlan(MetadataImplementor metadata, Apps apps, UnmanagedTables unmanaged, Drafts drafts) {
        this.metadata = metadata;
        this.apps = apps;
        this.unmanaged = unmanaged;
        this.drafts = drafts;
    }

    /**
     * Starts a model for each table of an entity or a collection.
     *
     * @throws UnassignedTablesException if some belong to no app
     */
    public void makeDrafts() {
        List<PersistentClass> entities = entities(metadata);
        entities.stream().filter(entity -> entity.getClassName() != null).forEach(this::addEntity);
        entities.forEach(entity -> entity.getJoins().forEach(join -> addJoin(entity, join)));
        managedCollections().forEach(this::addCollection);
        entities.stream().filter(entity -> entity.getClassName() == null).forEach(this::addEntity);
        if (!unassigned.isEmpty()) {
            throw new UnassignedTablesException(unassigned);
        }
    }

    /** Returns all entities, each after those that it inherits from. */
    public static List<PersistentClass> entities(MetadataImplementor metadata) {
        return metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing((PersistentClass entity) ->
                                entity.getRootClass().getEntityName())
                        .thenComparing(ModelPlan::depth)
                        .thenComparing(PersistentClass::getEntityName))
                .toList();
    }

    /** Returns the collections that have a table of their own, from their owner's side. */
    public static List<Collection> collections(MetadataImplementor metadata) {
        return metadata.getCollectionBindings().stream()
                .filter(collection -> !collection.isOneToMany() && !collection.isInverse())
                .filter(collection -> isStored(collection.getCollectionTable()))
                .sorted(Comparator.comparing(Collection::getRole))
                .toList();
    }

    /** Returns whether the schema has this table: it isn't a view, a query or the abstract root of a hierarchy. */
    public static boolean isStored(Table table) {
        return table.isPhysicalTable() && !table.isView();
    }

    /** Returns the name of the model of a collection or join table: that of its owner and the attribute. */
    static String attributePath(Collection collection) {
        return collection.getRole().substring(collection.getOwnerEntityName().length() + 1);
    }

    private static int depth(PersistentClass entity) {
        return entity.getSuperclass() == null ? 0 : 1 + depth(entity.getSuperclass());
    }

    private List<Collection> managedCollections() {
        return collections(metadata).stream()
                .filter(collection -> !unmanaged.cover(collection))
                .toList();
    }

    private void addEntity(PersistentClass entity) {
        if (unmanaged.cover(entity)) {
            return;
        }
        boolean ownTable = entity.getSuperclass() == null
                || !entity.getTable().equals(entity.getSuperclass().getTable());
        if (ownTable && isStored(entity.getTable())) {
            add(entity, EntityNames.of(entity), entity.getTable(), Origin.of(entity), EntityNames.where(entity));
        }
    }

    private void addJoin(PersistentClass entity, Join join) {
        if (!isStored(join.getTable()) || unmanaged.cover(entity) || unmanaged.cover(join.getTable())) {
            return;
        }
        Optional<Property> association = JoinTables.association(entity, join);
        String suffix =
                association.map(Property::getName).orElse(join.getTable().getName());
        String where = EntityNames.where(entity)
                + association
                        .map(property -> ", attribute \"" + property.getName() + "\"")
                        .orElse(", secondary table \"" + suffix + "\"");
        add(entity, ownerName(entity) + "." + suffix, join.getTable(), Origin.of(join), where);
    }

    private void addCollection(Collection collection) {
        PersistentClass owner = collection.getOwner();
        String path = attributePath(collection);
        String model = ownerName(owner);
        boolean clash = managedCollections().stream()
                .filter(other -> !other.getRole().equals(collection.getRole()))
                .filter(other -> attributePath(other).equals(path))
                .anyMatch(other -> ownerName(other.getOwner()).equals(model));
        add(
                owner,
                model + "." + (clash ? EntityNames.of(owner) + "." : "") + path,
                collection.getCollectionTable(),
                Origin.of(collection),
                EntityNames.where(owner) + ", attribute \"" + path + "\"");
    }

    /** Returns the name of the entity's model: for a single table, that of its root. */
    private String ownerName(PersistentClass entity) {
        return drafts.find(entity.getTable()).map(draft -> draft.key().name()).orElse(EntityNames.of(entity));
    }

    /**
     * An entity without a class, as Envers creates them, belongs to the app of the table that its own is named after.
     */
    private Optional<String> label(PersistentClass entity) {
        if (entity.getClassName() != null
                || apps.packageLabelOf(entity.getEntityName()).isPresent()) {
            return apps.labelOf(entity.getEntityName());
        }
        String table = entity.getTable().getName();
        return drafts.all().stream()
                .filter(draft -> table.startsWith(draft.table().getName()))
                .max(Comparator.comparingInt(draft -> draft.table().getName().length()))
                .map(draft -> draft.key().app())
                .or(() -> apps.labelOf(entity.getEntityName()));
    }

    private void add(PersistentClass entity, String name, Table table, Origin origin, String where) {
        Optional<String> app = label(entity);
        if (app.isEmpty()) {
            unassigned.add(Apps.describe(table, entity));
        } else {
            drafts.add(new Draft(new ModelKey(app.get(), name), table, origin, where));
        }
    }
}
