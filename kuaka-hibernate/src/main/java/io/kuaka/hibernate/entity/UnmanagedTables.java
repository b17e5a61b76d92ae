package io.kuaka.hibernate.entity;

import io.kuaka.annotations.Unmanaged;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** What Kuaka leaves to others: entities with {@link Unmanaged}, and the tables that a setting names. */
public final class UnmanagedTables {
    private final List<Pattern> patterns;
    private final @Nullable String defaultSchema;

    /**
     * Makes what is left to others.
     *
     * @param patterns names of tables, with or without their schema and in any case; an asterisk stands for any text
     * @param defaultSchema the schema of tables that name none; null if that isn't known
     */
    public UnmanagedTables(List<String> patterns, @Nullable String defaultSchema) {
        this.defaultSchema = defaultSchema;
        this.patterns = patterns.stream()
                .map(pattern -> "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E")
                .map(expression -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Returns whether an entity, with all its tables, is left to others. */
    public boolean cover(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        return (type != null && type.isAnnotationPresent(Unmanaged.class)) || cover(entity.getTable());
    }

    /** Returns whether the table of a collection is left to others, by itself or with its owner. */
    public boolean cover(Collection collection) {
        return cover(collection.getOwner()) || cover(collection.getCollectionTable());
    }

    /** Returns whether the setting names a table. */
    public boolean cover(Table table) {
        String schema = table.getSchema() == null ? defaultSchema : table.getSchema();
        return isNamed(table.getName()) || (schema != null && isNamed(schema + "." + table.getName()));
    }

    private boolean isNamed(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
