package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;

/**
 * Adds fields for what a table has besides its attributes, so nothing is lost: discriminators, order columns, the keys
 * of unidirectional associations, the zones of times.
 */
public final class UnmappedColumns {
    private final References references;
    private final AttributeReader attributes;

    public UnmappedColumns(References references, AttributeReader attributes) {
        this.references = references;
        this.attributes = attributes;
    }

    /** Adds a field, usually named by the column, for each foreign key and each column without an attribute. */
    public void read(Draft draft) {
        for (ForeignKey foreignKey : draft.unclaimedForeignKeys()) {
            List<Column> columns = foreignKey.getColumns();
            boolean key = draft.unclaimedColumns().stream().anyMatch(columns::contains) && isKey(draft, columns);
            String name = draft.freeName(columns.stream().map(Column::getName).collect(Collectors.joining("_")));
            references.of(draft, name, key, foreignKey).ifPresent(draft::add);
        }
        for (Column column : draft.unclaimedColumns()) {
            attributes.readColumn(draft, draft.freeName(name(column)), column);
        }
    }

    /** A mark of rows that aren't deleted has a name of its own, as nothing but that tells it from one of rows that are. */
    private static String name(Column column) {
        boolean isMarkOfActive = column.getValue() instanceof BasicValue value
                && value.isSoftDelete()
                && value.getSoftDeleteStrategy() == SoftDeleteType.ACTIVE;
        return isMarkOfActive ? SoftDeleteType.ACTIVE.getDefaultColumnName() : column.getName();
    }

    private static boolean isKey(Draft draft, List<Column> columns) {
        return draft.primaryKey().containsAll(Columns.canonical(columns));
    }
}
