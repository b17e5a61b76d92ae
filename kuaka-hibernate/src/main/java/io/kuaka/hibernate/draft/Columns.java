package io.kuaka.hibernate.draft;

import java.util.List;
import java.util.stream.Stream;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Value;

/** Picks the columns of a value. */
public final class Columns {
    private Columns() {}

    /** Returns the columns of the value, without formulas, which are computed on reading and aren't part of a table. */
    public static List<Column> of(Value value) {
        return value.getSelectables().stream().flatMap(Columns::column).toList();
    }

    /** Returns the names by which Hibernate compares columns. */
    public static List<String> canonical(List<Column> columns) {
        return columns.stream().map(Column::getCanonicalName).toList();
    }

    private static Stream<Column> column(Selectable selectable) {
        return selectable instanceof Column column ? Stream.of(column) : Stream.empty();
    }
}
