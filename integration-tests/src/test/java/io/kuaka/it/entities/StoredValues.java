package io.kuaka.it.entities;

import io.kuaka.it.support.SampleRows;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The values in the columns of a database, by table and column, each list sorted and without nulls.
 *
 * @param classes what the rows of hierarchies in one table are, by their ids
 */
record StoredValues(Map<String, List<String>> byColumn, Map<String, List<String>> classes) {
    private static final String DISCRIMINATOR = "DTYPE";
    private static final String NUMBERS = ".next_val";

    static StoredValues of(TestDatabase database, ProjectState state) throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        Map<String, List<String>> classes = new TreeMap<>();
        try (Connection connection = database.connect()) {
            SqlGrammar grammar = Dialects.of(connection).grammar();
            for (Table table : SampleRows.tables(state)) {
                for (Column column : table.columns()) {
                    values.put(place(table, column), read(connection, grammar, table, column));
                }
                if (has(table, "id") && has(table, DISCRIMINATOR)) {
                    readClasses(connection, grammar, table, classes);
                }
            }
        }
        return new StoredValues(values, classes);
    }

    private static boolean has(Table table, String column) {
        return table.columns().stream().anyMatch(each -> each.name().equals(column));
    }

    private static void readClasses(
            Connection connection, SqlGrammar grammar, Table table, Map<String, List<String>> classes)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select id, " + grammar.identifier(DISCRIMINATOR) + " from " + grammar.name(table.name()))) {
            while (result.next()) {
                classes.computeIfAbsent(result.getString(1), id -> new ArrayList<>())
                        .add(String.valueOf(result.getString(2)));
            }
        }
        classes.values().forEach(names -> names.sort(null));
    }

    /** Returns these values with the names that classes have in a later version. */
    StoredValues renamed(Map<String, String> names) {
        Map<String, List<String>> renamed = new TreeMap<>(classes);
        renamed.replaceAll((id, some) -> some.stream()
                .map(name -> names.getOrDefault(name, name))
                .sorted()
                .toList());
        return new StoredValues(byColumn, renamed);
    }

    private static List<String> read(Connection connection, SqlGrammar grammar, Table table, Column column)
            throws SQLException {
        List<String> values = new ArrayList<>();
        String name = grammar.identifier(column.name());
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select " + name + " from " + grammar.name(table.name()) + " where " + name + " is not null")) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        values.sort(null);
        return values;
    }

    /** Returns the types of the columns of a state, by table and column. */
    static Map<String, String> types(ProjectState state) {
        Map<String, String> types = new TreeMap<>();
        for (Table table : SampleRows.tables(state)) {
            for (Column column : table.columns()) {
                types.put(place(table, column), column.type().toString());
            }
        }
        return types;
    }

    private static String place(Table table, Column column) {
        return (table.name().name() + "." + column.name()).replace("`", "");
    }

    /** Returns what isn't in a later database any more, of the columns that both states have. */
    List<String> lostIn(StoredValues later, ProjectState from, ProjectState to) {
        Map<String, String> before = types(from);
        Map<String, String> after = types(to);
        List<String> lost = new ArrayList<>();
        byColumn.forEach((column, values) -> {
            List<String> now = later.byColumn.get(column);
            boolean isSameType = before.get(column).equals(after.get(column));
            // The values of a discriminator follow the names of the classes.
            boolean isOfClass = column.endsWith("." + DISCRIMINATOR);
            if (now == null || isKept(values, now, isSameType && !isOfClass) || areLater(column, values, now)) {
                return;
            }
            // An attribute may have gone to another column while one of the same name came.
            boolean isElsewhere = later.byColumn.values().stream().anyMatch(others -> others.containsAll(values));
            if (!isElsewhere) {
                lost.add(column + " had " + values + " and has " + now);
            }
        });
        if (classes.keySet().equals(later.classes.keySet()) && !classes.equals(later.classes)) {
            lost.add("classes were " + classes + " and are " + later.classes);
        }
        return lost;
    }

    /** What a generator keeps may be farther afterwards: all that it gave out stays given out. */
    private static boolean areLater(String column, List<String> before, List<String> now) {
        if (!column.endsWith(NUMBERS) || before.size() > now.size()) {
            return false;
        }
        List<Long> numbers = now.stream().map(Long::valueOf).sorted().toList();
        List<Long> former = before.stream().map(Long::valueOf).sorted().toList();
        int more = numbers.size() - former.size();
        return IntStream.range(0, former.size()).allMatch(i -> numbers.get(i + more) >= former.get(i));
    }

    private static boolean isKept(List<String> before, List<String> now, boolean isSameType) {
        return isSameType ? now.equals(before) : now.size() >= before.size();
    }
}
