package io.kuaka.it.entities;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.migration.MigrationNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A change that nothing in the tables tells, or not with all lines of Hibernate.
 *
 * @param rows SQL for the rows that are there before
 * @param answers what is asked, and what is answered
 * @param query SQL for the values to look at, which are these after the change, and those before it, in the end
 */
record FactCase(
        String name, String before, String after, List<String> rows, String answers, String query, String values) {
    /** What there is to see of a case. */
    List<String> seen(Engine engine) {
        List<EntityVersion> versions =
                EntityVersion.compile(List.of(SketchedVersion.HEAD + before, SketchedVersion.HEAD + after));
        List<MigrationNode> history = new ArrayList<>(detect(List.of(), versions.get(0), Map.of()));
        List<String> seen = new ArrayList<>();
        seen.add("asked " + asked(history, versions.get(1)));
        history.addAll(detect(history, versions.get(1), Answers.parse(answers)));
        seen.add("left " + detect(history, versions.get(1), Map.of()));
        try {
            run(new EntityDatabase(engine, history), versions, seen);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return seen;
    }

    /** What there has to be seen. */
    List<String> wanted() {
        String asked = new TreeMap<>(Answers.parse(answers)).keySet().toString();
        return List.of("asked " + asked, "left []", "there " + values, "back as before", "there again " + values);
    }

    private static List<String> asked(List<MigrationNode> history, EntityVersion version) {
        try {
            detect(history, version, Map.of());
            return List.of();
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).sorted().toList();
        }
    }

    private static List<MigrationNode> detect(
            List<MigrationNode> history, EntityVersion version, Map<String, String> answers) {
        return Autodetector.detect(
                        MigrationGraph.of(history), version.state(), new AnswersQuestioner(answers), version.options())
                .migrations();
    }

    private void run(EntityDatabase database, List<EntityVersion> versions, List<String> seen) throws SQLException {
        List<Target> first = List.of(Target.at(database.history().get(0).key()));
        database.migrate(first);
        insert(database);
        Map<String, List<String>> before = everything(database, versions.get(0));
        database.validateAndRead(versions.get(0));
        database.migrate(List.of(Target.everything()));
        database.validateAndRead(versions.get(1));
        seen.add("there " + values(database));
        database.migrate(first);
        seen.add("back " + (everything(database, versions.get(0)).equals(before) ? "as before" : "otherwise"));
        database.migrate(List.of(Target.everything()));
        seen.add("there again " + values(database));
    }

    private static Map<String, List<String>> everything(EntityDatabase database, EntityVersion version)
            throws SQLException {
        return StoredValues.of(database.database(), version.state()).byColumn();
    }

    private void insert(EntityDatabase database) throws SQLException {
        try (Connection connection = database.database().connect();
                Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.executeUpdate(row);
            }
        }
    }

    private String values(EntityDatabase database) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.database().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                values.add(row.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
        }
        return String.join(", ", values);
    }

    @Override
    public String toString() {
        return name;
    }
}
