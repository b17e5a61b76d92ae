package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.draft.Components;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.Members;
import io.kuaka.hibernate.draft.Problems;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.NamedAuxiliaryDatabaseObject;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/** Finds mappings that don't show in the tables of the metadata and would be lost silently. */
public final class UnsupportedMappings {
    private static final String STRATEGY = "hibernate.temporal.table_strategy";

    private static final String OVERRIDES = "org.hibernate.annotations.DialectOverride$";

    private static final String TEMPORAL = "org.hibernate.annotations.Temporal";

    /** Overrides that affect tables; all others affect queries. */
    private static final Map<String, String> OVERRIDDEN = Map.of(
            "Check", "check",
            "Checks", "check",
            "ColumnDefault", "default",
            "ColumnDefaults", "default",
            "GeneratedColumn", "generated column",
            "GeneratedColumns", "generated column");

    private final MetadataImplementor metadata;
    private final UnmanagedTables unmanaged;
    private final boolean hasHistoryTables;
    private final Problems problems;

    public UnsupportedMappings(
            MetadataImplementor metadata, ReaderSettings settings, UnmanagedTables unmanaged, Problems problems) {
        this.metadata = metadata;
        this.unmanaged = unmanaged;
        String strategy = settings.properties().getOrDefault(STRATEGY, "auto").toLowerCase(Locale.ROOT);
        this.hasHistoryTables = strategy.equals("history_table") || strategy.equals("single_table");
        this.problems = problems;
    }

    public void find() {
        metadata.getEntityBindings().stream()
                .filter(entity -> !unmanaged.cover(entity))
                .forEach(this::look);
        metadata.getDatabase().getAuxiliaryDatabaseObjects().forEach(this::look);
    }

    /** An object with a name was added by Hibernate itself, for a type; that type is part of the state. */
    private void look(AuxiliaryDatabaseObject object) {
        if (!(object instanceof NamedAuxiliaryDatabaseObject)) {
            problems.add(
                    "Mapping file, <database-object> \"" + object.getExportIdentifier() + "\"",
                    "migrations don't include what it creates. Remove it from the file, and create it with RunSql.");
        }
    }

    private void look(PersistentClass entity) {
        String where = EntityNames.where(entity);
        Class<?> type = entity.getMappedClass();
        if (entity.getTable().isView()) {
            problems.add(
                    where,
                    "it is a view. Create the view with RunSql and put @Unmanaged (kuaka-annotations) on the entity, or"
                            + " map the query with @Subselect.");
        }
        Set<AnnotatedElement> elements = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            elements.add(each);
        }
        if (type != null) {
            elements.add(type.getPackage());
        }
        elements.forEach(element -> look(where, element));
        entity.getDeclaredProperties().forEach(property -> look(where, type, "", property));
    }

    private void look(String entity, @Nullable Class<?> type, String prefix, Property property) {
        String path = prefix + property.getName();
        Members.of(type, property.getName()).forEach(member -> look(entity + ", attribute \"" + path + "\"", member));
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(each -> look(entity, Components.type(component), path + ".", each));
        }
    }

    private void look(String where, AnnotatedElement element) {
        for (var annotation : element.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.equals(TEMPORAL) && !hasHistoryTables) {
                problems.add(
                        where,
                        "the storage of a @Temporal history differs between databases. Choose one with the setting "
                                + STRATEGY + "=history_table or single_table.");
            }
            if (name.equals(TEMPORAL + "$HistoryPartitioning")) {
                problems.add(where, "migrations can't express partitions. Remove them, and create them with RunSql.");
            }
            String overridden = name.startsWith(OVERRIDES) ? OVERRIDDEN.get(name.substring(OVERRIDES.length())) : null;
            if (overridden != null) {
                problems.add(
                        where,
                        "@DialectOverride overrides the " + overridden
                                + " for one database, but a migration is the same"
                                + " for all. Remove the override, and make the difference with RunSql.");
            }
        }
    }
}
