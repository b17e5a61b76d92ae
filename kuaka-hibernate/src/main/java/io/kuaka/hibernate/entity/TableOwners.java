package io.kuaka.hibernate.entity;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;

/** Which entity a table belongs to, including history tables. */
public final class TableOwners {
    private final IdentityHashMap<Table, PersistentClass> owners = new IdentityHashMap<>();

    public TableOwners(Metadata metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            own(entity, entity.getTable(), entity);
            for (Join join : entity.getJoins()) {
                own(entity, join.getTable(), join);
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            own(collection.getOwner(), collection.getCollectionTable(), collection);
        }
    }

    private void own(PersistentClass entity, Table table, Object mapping) {
        owners.putIfAbsent(table, entity);
        history(mapping).ifPresent(history -> owners.putIfAbsent(history, entity));
    }

    /** Hibernate has this since 7.4; earlier versions have no history tables. */
    private static Optional<Table> history(Object mapping) {
        try {
            return Optional.ofNullable(
                    (Table) mapping.getClass().getMethod("getAuxiliaryTable").invoke(mapping));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<PersistentClass> of(Table table) {
        return Optional.ofNullable(owners.get(table));
    }
}
