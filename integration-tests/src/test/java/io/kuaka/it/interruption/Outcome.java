package io.kuaka.it.interruption;

import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that {@link LongHistory} leads to.
 *
 * @param rows figures that differ when a data migration ran twice, or not at all
 * @param unfinished what the journal says, which is nothing in the end
 */
record Outcome(ReadSchema schema, List<String> rows, List<String> history, List<String> unfinished) {
    /** H2 keeps the copy that it was making of a table when it was killed; see docs/databases/h2.md. */
    private static final Pattern COPY_OF_H2 = Pattern.compile("\\w+_COPY_\\d+_\\d+");

    static Outcome of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            OwnTables own = OwnTables.of(dialect, connection);
            return new Outcome(
                    ReadSchema.of(database)
                            .only(table -> !COPY_OF_H2.matcher(table.name()).matches()),
                    List.of(
                            figures(connection, "select count(*), min(price), max(price), sum(price) from book"),
                            figures(connection, "select count(*), min(born), max(born), sum(born) from author")),
                    own.history().applied(connection).keySet().stream()
                            .map(Object::toString)
                            .toList(),
                    own.journal().unfinished(connection).keySet().stream()
                            .map(Object::toString)
                            .toList());
        }
    }

    /** Returns in what another outcome differs from this, each in words. */
    List<String> differences(Outcome other) {
        Stream<String> schemas = schema.differences(other.schema).stream().map(SchemaDifference::describe);
        Stream<String> lists = Stream.of(
                        List.of(rows, other.rows),
                        List.of(history, other.history),
                        List.of(unfinished, other.unfinished))
                .filter(both -> !both.get(0).equals(both.get(1)))
                .map(both -> both.get(1) + " instead of " + both.get(0));
        return Stream.concat(schemas, lists).toList();
    }

    private static String figures(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3) + " " + row.getLong(4);
        }
    }
}
