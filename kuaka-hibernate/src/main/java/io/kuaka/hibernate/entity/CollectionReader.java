package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import java.util.List;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Value;

/** Finds the fields of join and collection tables: {@code owner}, {@code element}, and {@code key} or {@code index}. */
public final class CollectionReader {
    private final MetadataImplementor metadata;
    private final Drafts drafts;
    private final AttributeReader attributes;

    public CollectionReader(MetadataImplementor metadata, Drafts drafts, AttributeReader attributes) {
        this.metadata = metadata;
        this.drafts = drafts;
        this.attributes = attributes;
    }

    /** Adds the fields of all collections to their models. */
    public void readAll() {
        for (Collection collection : ModelPlan.collections(metadata)) {
            drafts.find(collection.getCollectionTable(), collection).ifPresent(draft -> read(draft, collection));
        }
    }

    private void read(Draft draft, Collection collection) {
        if (collection instanceof IdentifierCollection identified) {
            part(draft, "id", identified.getIdentifier());
        }
        attributes.readReference(
                draft,
                "owner",
                isKey(draft, collection.getKey()),
                Columns.of(collection.getKey()),
                collection.getOwnerEntityName(),
                collection.getReferencedPropertyName(),
                collection.getKey());
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            part(draft, indexed.isList() || indexed.isArray() ? "index" : "key", indexed.getIndex());
        }
        part(draft, "element", collection.getElement());
    }

    private void part(Draft draft, String name, Value value) {
        attributes.read(draft, name, value, isKey(draft, value));
    }

    private static boolean isKey(Draft draft, Value value) {
        List<String> columns = Columns.canonical(Columns.of(value));
        return !columns.isEmpty() && draft.primaryKey().containsAll(columns);
    }
}
