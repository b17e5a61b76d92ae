package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.boot.GeneratedNames;
import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.hibernate.draft.Target;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.OnDelete;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Finds what the columns of an association refer to, by their foreign key or, without one, by the mapping. */
public final class References {
    private final MetadataImplementor metadata;
    private final UnmanagedTables unmanaged;
    private final Drafts drafts;
    private final GeneratedNames names;
    private final Problems problems;

    public References(
            MetadataImplementor metadata,
            UnmanagedTables unmanaged,
            Drafts drafts,
            GeneratedNames names,
            Problems problems) {
        this.metadata = metadata;
        this.unmanaged = unmanaged;
        this.drafts = drafts;
        this.names = names;
        this.problems = problems;
    }

    /**
     * Returns the field for an association; empty if its target has no model, such as the abstract root of a hierarchy
     * with a table per class.
     *
     * @param property the attribute that is referred to instead of the primary key
     */
    Optional<FieldDraft> find(
            Draft draft, String name, boolean key, List<Column> columns, String entityName, @Nullable String property) {
        Optional<ForeignKey> foreignKey = HibernateLine.adapter().foreignKeysOf(draft.table()).stream()
                .filter(each -> names(each.getColumns()).equals(names(columns)))
                .filter(each -> Objects.equals(each.getReferencedEntityName(), entityName))
                .findFirst();
        if (foreignKey.isPresent()) {
            return of(draft, name, key, foreignKey.get());
        }
        PersistentClass entity = metadata.getEntityBinding(entityName);
        if (entity == null) {
            return Optional.empty();
        }
        List<Column> targets = property == null
                ? Columns.of(entity.getIdentifier())
                : Columns.of(entity.getReferencedProperty(property).getValue());
        return drafts.find(entity.getTable())
                .filter(target -> targets.size() == columns.size())
                .map(target -> FieldDraft.reference(
                        name, columns, key, new Target(target, targets, OnDelete.NO_ACTION, false, null, false)));
    }

    /** Returns the field for a foreign key; only the first field for it has the foreign key. */
    Optional<FieldDraft> of(Draft draft, String name, boolean key, ForeignKey foreignKey) {
        Table table = foreignKey.getReferencedTable();
        boolean first = draft.claim(foreignKey);
        boolean constrained = first && foreignKey.isCreationEnabled() && foreignKey.isPhysicalConstraint();
        if (constrained) {
            refuse(draft.where(name), foreignKey);
        }
        List<Column> targets = foreignKey.isReferenceToPrimaryKey()
                ? table.getPrimaryKey().getColumns()
                : foreignKey.getReferencedColumns();
        return drafts.find(table)
                .map(target -> FieldDraft.reference(
                        name,
                        List.copyOf(foreignKey.getColumns()),
                        key,
                        constrained
                                ? constrained(draft.where(name), target, targets, foreignKey)
                                : new Target(target, targets, OnDelete.NO_ACTION, false, null, false)));
    }

    /** It isn't known whether its target exists when the migration runs. */
    private void refuse(String where, ForeignKey foreignKey) {
        PersistentClass target = metadata.getEntityBinding(foreignKey.getReferencedEntityName());
        if (target != null && unmanaged.cover(target)) {
            problems.add(
                    where,
                    "it refers to the entity \"" + EntityNames.of(target)
                            + "\", whose table is managed elsewhere (@Unmanaged, or the setting \"unmanaged-tables\"), so it can't have a foreign key."
                            + " Declare that with foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT) in its @JoinColumn, or in"
                            + " @PrimaryKeyJoinColumn or inverseJoinColumns where these hold it.");
        }
    }

    private Target constrained(String where, Draft target, List<Column> columns, ForeignKey foreignKey) {
        ForeignKeyText text = ForeignKeyText.of(
                foreignKey.getKeyDefinition(), HibernateLine.adapter().optionsOf(foreignKey));
        text.problem().ifPresent(problem -> problems.add(where, problem));
        String name = foreignKey.getName();
        return new Target(
                target,
                List.copyOf(columns),
                text.onDelete().orElse(onDelete(foreignKey.getOnDeleteAction())),
                true,
                names.contains(name) ? null : inBackticks(name),
                text.deferred());
    }

    /** Hibernate has the names of foreign keys as its dialect writes them, with the quotes of standard SQL. */
    private static String inBackticks(String name) {
        boolean isQuoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return isQuoted ? "`" + name.substring(1, name.length() - 1) + "`" : name;
    }

    private static OnDelete onDelete(@Nullable OnDeleteAction action) {
        return action == null
                ? OnDelete.NO_ACTION
                : switch (action) {
                    case NO_ACTION -> OnDelete.NO_ACTION;
                    case RESTRICT -> OnDelete.RESTRICT;
                    case CASCADE -> OnDelete.CASCADE;
                    case SET_NULL -> OnDelete.SET_NULL;
                    case SET_DEFAULT -> OnDelete.SET_DEFAULT;
                };
    }

    private static Set<String> names(List<Column> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.getCanonicalName()));
        return names;
    }
}
