package io.kuaka.hibernate.draft;

import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** An unfinished model: Hibernate's table, and the fields found in it so far. */
public final class Draft {
    private final ModelKey key;
    private final Table table;
    private final Origin origin;
    private final String where;
    private final Map<String, FieldDraft> fields = new LinkedHashMap<>();
    private final Set<ForeignKey> claimed = new HashSet<>();

    /**
     * @param where this model's name in messages, as in {@code Entity "Book"}
     */
    public Draft(ModelKey key, Table table, Origin origin, String where) {
        this.key = key;
        this.table = table;
        this.origin = origin;
        this.where = where;
    }

    public ModelKey key() {
        return key;
    }

    public Table table() {
        return table;
    }

    /** Returns whether a mapping gives the model its fields; another one of the same table adds only what is left. */
    public boolean isOf(Object other) {
        return origin.mapping() == other;
    }

    Origin origin() {
        return origin;
    }

    /** Returns this model's name in messages, as in {@code Entity "Book"}. */
    public String where() {
        return where;
    }

    /** Returns an attribute's name in messages. */
    public String where(String field) {
        return where + ", attribute \"" + field + "\"";
    }

    public void add(FieldDraft field) {
        fields.put(field.name(), field);
    }

    /** Notes what the application takes the values of a field for, if there is such a field. */
    public void mean(String fieldName, @Nullable Meaning meaning) {
        fields.computeIfPresent(fieldName, (name, field) -> field.means(meaning));
    }

    public boolean has(String fieldName) {
        return fields.containsKey(fieldName);
    }

    public Optional<FieldDraft> find(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** Returns the fields: those of the key first, in the order of the primary key. */
    public List<FieldDraft> fields() {
        List<FieldDraft> sorted = new ArrayList<>(fields.values());
        List<String> order = primaryKey();
        sorted.sort(Comparator.comparingInt(
                field -> field.key() ? order.indexOf(field.columnNames().get(0)) : Integer.MAX_VALUE));
        return sorted;
    }

    /** Returns the columns of the primary key, in the order in which references name them. */
    public List<String> keyColumns() {
        return fields().stream()
                .filter(FieldDraft::key)
                .flatMap(field -> field.columnNames().stream())
                .distinct()
                .toList();
    }

    /** Returns the columns of Hibernate's primary key. */
    public List<String> primaryKey() {
        PrimaryKey primaryKey = table.getPrimaryKey();
        return primaryKey == null
                ? List.of()
                : primaryKey.getColumns().stream().map(Column::getCanonicalName).toList();
    }

    /** Returns the table's own column, with all its attributes in the database. */
    public Column column(Column column) {
        Column own = table.getColumn(column);
        return own == null ? column : own;
    }

    /** Returns the table's columns without a field. */
    public List<Column> unclaimedColumns() {
        Set<String> taken = new HashSet<>();
        fields.values().forEach(field -> taken.addAll(field.columnNames()));
        return table.getColumns().stream()
                .filter(column -> !taken.contains(column.getCanonicalName()))
                .toList();
    }

    /** Notes that a field represents this foreign key. Returns false if another field does already. */
    public boolean claim(ForeignKey foreignKey) {
        return claimed.add(foreignKey);
    }

    /** Returns the table's foreign keys without a field. */
    public List<ForeignKey> unclaimedForeignKeys() {
        return HibernateLine.adapter().foreignKeysOf(table).stream()
                .filter(foreignKey -> foreignKey.isCreationEnabled() && foreignKey.isPhysicalConstraint())
                .filter(foreignKey -> !claimed.contains(foreignKey))
                .toList();
    }

    /** Returns an unused name: the given one, or a numbered one. */
    public String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; has(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
