package io.kuaka.hibernate.draft;

import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Writes Hibernate's identifiers as the state does: in backquotes where they must be quoted. */
public final class Identifiers {
    private Identifiers() {}

    public static String of(Column column) {
        return write(column.getName(), column.isQuoted());
    }

    public static List<String> of(List<Column> columns) {
        return columns.stream().map(Identifiers::of).toList();
    }

    public static String of(Table table) {
        return write(table.getName(), table.isQuoted());
    }

    public static String of(Identifier identifier) {
        return write(identifier.getText(), identifier.isQuoted());
    }

    /** Returns the schema, or the application's default one. */
    public static @Nullable String schema(@Nullable Identifier schema, @Nullable String defaultSchema) {
        return schema == null ? defaultSchema : of(schema);
    }

    private static String write(String name, boolean quoted) {
        return quoted ? "`" + name + "`" : name;
    }
}
