package io.kuaka.schema.table;

import io.kuaka.schema.Introspector;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link Introspector} reads about a table, piece by piece. Not thread-safe. */
public final class TableBuilder {
    private final TableName name;
    private final @Nullable String comment;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> primaryKey = new ArrayList<>();
    private @Nullable String primaryKeyName;
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<ExclusionConstraint> exclusions = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    /** Starts an empty table. */
    public TableBuilder(TableName name, @Nullable String comment) {
        this.name = name;
        this.comment = comment;
    }

    /** Adds the next column. */
    public void add(Column column) {
        columns.add(column);
    }

    /** Sets the columns of the primary key, and its name if the database gives it one. */
    public void primaryKey(@Nullable String keyName, List<String> key) {
        primaryKeyName = keyName;
        primaryKey.addAll(key);
    }

    /** Adds a unique constraint. */
    public void add(UniqueConstraint unique) {
        uniques.add(unique);
    }

    /** Adds a check. */
    public void add(CheckConstraint check) {
        checks.add(check);
    }

    /** Adds an exclusion constraint. */
    public void add(ExclusionConstraint exclusion) {
        exclusions.add(exclusion);
    }

    /** Adds a foreign key. */
    public void add(ForeignKey key) {
        foreignKeys.add(key);
    }

    /** Adds an index. */
    public void add(Index index) {
        indexes.add(index);
    }

    /** Returns the table: columns in the order in which they were added, everything else sorted by name. */
    public Table build() {
        uniques.sort(Comparator.comparing(UniqueConstraint::name));
        checks.sort(Comparator.comparing(CheckConstraint::name));
        exclusions.sort(Comparator.comparing(ExclusionConstraint::name));
        foreignKeys.sort(Comparator.comparing(ForeignKey::name));
        indexes.sort(Comparator.comparing(Index::name));
        return new Table(
                name, columns, primaryKey, primaryKeyName, uniques, checks, exclusions, foreignKeys, indexes, comment);
    }
}
