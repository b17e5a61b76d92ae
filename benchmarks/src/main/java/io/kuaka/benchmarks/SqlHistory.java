package io.kuaka.benchmarks;

import io.kuaka.executor.MigrationScript;
import io.kuaka.executor.TextSink;
import io.kuaka.graph.Direction;
import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.Dialect;
import io.kuaka.state.ProjectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The SQL of a history as other tools want it: the same statements, and each migration in a transaction. */
final class SqlHistory {
    static final String CHANGELOG = "changelog.sql";
    static final String WHOLE = "whole.psql";

    private SqlHistory() {}

    /** Writes a script for each migration, a changelog with all of them, and a file that psql reads. */
    static void write(List<MigrationNode> history, Dialect dialect, Path folder) throws IOException {
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        StringBuilder whole = new StringBuilder();
        ProjectState state = ProjectState.empty();
        int number = 0;
        for (MigrationNode node : history) {
            number++;
            String sql = sql(MigrationScript.of(dialect, node, Direction.FORWARD, state));
            state = node.apply(state);
            Files.writeString(
                    folder.resolve("V" + number + "__" + node.key().app() + "_"
                            + node.key().name() + ".sql"),
                    sql);
            changelog.append("\n--changeset bench:").append(number).append('\n').append(sql);
            whole.append("begin;\n").append(sql).append("commit;\n");
        }
        Files.writeString(folder.resolve(CHANGELOG), changelog);
        Files.writeString(folder.resolve(WHOLE), whole);
    }

    private static String sql(MigrationScript script) {
        TextSink text = new TextSink();
        text.accept(script.statements());
        return text.text();
    }
}
