package io.kuaka.hibernate.draft;

import java.util.HashSet;
import java.util.Set;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * The mapping that gives a model its fields.
 *
 * @param columns the names of the columns that a row of this mapping fills; none for an entity, whose table may have more
 */
public record Origin(Object mapping, boolean isEntity, Set<String> columns) {
    public Origin {
        columns = Set.copyOf(columns);
    }

    public static Origin of(PersistentClass entity) {
        return new Origin(entity, true, Set.of());
    }

    /** Returns the origin of a secondary table, or the join table of a to-one association. */
    public static Origin of(Join join) {
        Set<String> columns = names(join.getKey());
        join.getProperties().stream().map(Property::getValue).map(Origin::names).forEach(columns::addAll);
        return new Origin(join, false, columns);
    }

    /** Returns the origin of a collection or join table. */
    public static Origin of(Collection collection) {
        Set<String> columns = names(collection.getKey());
        columns.addAll(names(collection.getElement()));
        if (collection instanceof IndexedCollection indexed) {
            columns.addAll(names(indexed.getIndex()));
        }
        if (collection instanceof IdentifierCollection identified) {
            columns.addAll(names(identified.getIdentifier()));
        }
        return new Origin(collection, false, columns);
    }

    /** Returns the origin of a table that no entity and no collection has. */
    public static Origin of(Table table) {
        return new Origin(table, false, Set.of());
    }

    /** Returns whether rows of either mapping can be rows of the other one. */
    boolean fits(Origin other) {
        return !isEntity && (other.isEntity || columns.equals(other.columns));
    }

    private static Set<String> names(@Nullable Value value) {
        return value == null ? new HashSet<>() : new HashSet<>(Columns.canonical(Columns.of(value)));
    }
}
