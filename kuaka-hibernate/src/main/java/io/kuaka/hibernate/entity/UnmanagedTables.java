package io.kuaka.hibernate.entity;

import io.kuaka.annotations.Unmanaged;
import io.kuaka.base.NamePattern;
import io.kuaka.state.ModelState;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** What Kuaka leaves to others: entities with {@link Unmanaged}, and the tables that a setting names. */
public final class UnmanagedTables {
    private final List<NamePattern> patterns;
    private final @Nullable String defaultSchema;

    /**
     * Makes what is left to others.
     *
     * @param patterns names of tables, with or without their schema and in any case; an asterisk stands for any text
     * @param defaultSchema the schema of tables that name none; null if that isn't known
     */
    public UnmanagedTables(List<String> patterns, @Nullable String defaultSchema) {
        this.defaultSchema = defaultSchema;
        this.patterns = patterns.stream().map(NamePattern::new).toList();
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
        return isNamed(table.getSchema(), table.getName());
    }

    /** Returns which models of a history have tables that are left to others, whether the entities are still there or not. */
    public Predicate<ModelState> models(MetadataImplementor metadata) {
        Set<String> left = new HashSet<>();
        Stream.concat(
                        ModelPlan.entities(metadata).stream()
                                .filter(this::cover)
                                .flatMap(entity -> Stream.concat(
                                        Stream.of(entity.getTable()),
                                        entity.getJoins().stream().map(Join::getTable))),
                        ModelPlan.collections(metadata).stream()
                                .filter(this::cover)
                                .map(Collection::getCollectionTable))
                .forEach(table -> left.add(whole(table.getSchema(), table.getName())));
        return model -> {
            String name = model.table().replace("`", "");
            String schema = model.schema() == null ? null : model.schema().replace("`", "");
            return isNamed(schema, name) || left.contains(whole(schema, name));
        };
    }

    private String whole(@Nullable String schema, String name) {
        String place = schema == null ? defaultSchema : schema;
        return ((place == null ? "" : place + ".") + name).toLowerCase(Locale.ROOT);
    }

    private boolean isNamed(@Nullable String schema, String name) {
        String whole = whole(schema, name);
        return patterns.stream().anyMatch(pattern -> pattern.matches(name) || pattern.matches(whole));
    }
}
