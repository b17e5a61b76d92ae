package io.kuaka.schema.session;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The views and triggers of a database, which no migration knows, but some changes break or can't be made under. */
public interface Views {
    /** Returns all that a connection may see. */
    List<View> all(Connection connection) throws SQLException;

    /** Returns whether those that use a table or column don't survive this, or forbid it. */
    boolean areBrokenBy(TableTouch.Kind kind);

    /** Returns those of a database that has none. */
    static Views none() {
        return new Views() {
            @Override
            public List<View> all(Connection connection) {
                return List.of();
            }

            @Override
            public boolean areBrokenBy(TableTouch.Kind kind) {
                return false;
            }
        };
    }

    /**
     * Returns those of which only the texts are known.
     *
     * @param query for what they are, their names, the tables that triggers belong to (empty for views), and their texts
     * @param fatal what they don't survive
     */
    static Views written(String query, SqlSyntax syntax, Set<TableTouch.Kind> fatal) {
        return new Views() {
            @Override
            public List<View> all(Connection connection) throws SQLException {
                List<View> views = new ArrayList<>();
                CatalogQuery.of(query)
                        .forEach(
                                connection,
                                row -> views.add(WrittenView.of(
                                        row.getString(1) + " \"" + row.getString(2) + "\"",
                                        row.getString(3),
                                        String.valueOf(row.getString(4)),
                                        syntax)));
                return views;
            }

            @Override
            public boolean areBrokenBy(TableTouch.Kind kind) {
                return fatal.contains(kind);
            }
        };
    }
}
