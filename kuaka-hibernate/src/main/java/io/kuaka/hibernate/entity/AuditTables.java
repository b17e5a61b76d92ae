package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.state.ModelKey;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.PersistentClass;

/**
 * Finds whose history the tables keep that Envers makes. It names their entities after the audited classes, or after the
 * join and collection tables, with a prefix and a suffix that can be set.
 */
public final class AuditTables {
    private final MetadataImplementor metadata;
    private final Drafts drafts;

    private AuditTables(MetadataImplementor metadata, Drafts drafts) {
        this.metadata = metadata;
        this.drafts = drafts;
    }

    /** Returns the models with the history of another one, and that one. */
    public static Map<ModelKey, ModelKey> of(MetadataImplementor metadata, Drafts drafts) {
        AuditTables tables = new AuditTables(metadata, drafts);
        Map<ModelKey, ModelKey> owners = new TreeMap<>();
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            if (entity.getClassName() == null) {
                drafts.find(entity.getTable(), entity).ifPresent(history -> tables.owner(entity, history)
                        .ifPresent(owner -> owners.put(history.key(), owner.key())));
            }
        }
        return owners;
    }

    private Optional<Draft> owner(PersistentClass audit, Draft history) {
        return ofClass(audit).or(() -> ofTable(audit.getEntityName(), history));
    }

    private Optional<Draft> ofClass(PersistentClass audit) {
        return metadata.getEntityBindings().stream()
                .filter(entity -> entity.getClassName() != null)
                .filter(entity -> audit.getEntityName().contains(entity.getEntityName()))
                .max(Comparator.comparingInt(entity -> entity.getEntityName().length()))
                .flatMap(entity -> drafts.find(entity.getTable()));
    }

    private Optional<Draft> ofTable(String name, Draft history) {
        return drafts.all().stream()
                .filter(draft -> draft != history && name.contains(draft.table().getName()))
                .max(Comparator.comparingInt(draft -> draft.table().getName().length()));
    }
}
