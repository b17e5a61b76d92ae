package io.kuaka.schema;

import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where tables can be made to see what a database makes of them, and of which nothing remains.
 *
 * <p>A place never touches the tables that are there, and locks none of them.
 */
public interface Scratch {
    /** The start of the names of tables that are made beside the real ones. */
    String PREFIX = "kuaka_scratch_";

    /** Something that is tried on a connection to the place. */
    @FunctionalInterface
    interface Trial<T> {
        T in(Connection place) throws SQLException;
    }

    /** Returns whether tables are made beside the real ones, so that their names have to begin with {@link #PREFIX}. */
    boolean isBesideRealTables();

    /** Tries something. */
    <T> T with(Connection connection, Trial<T> trial) throws SQLException;

    /** Runs what an editor has planned, which is SQL alone. */
    static void run(SchemaEditor editor, Connection place) throws SQLException {
        List<Sql> statements = new ArrayList<>();
        for (PlannedStatement planned : editor.finish()) {
            planned.statement().match(statements::add, call -> false);
        }
        statements.addAll(0, editor.beforeTransaction());
        statements.addAll(editor.afterTransaction());
        try (java.sql.Statement jdbc = place.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Sql sql : statements) {
                jdbc.execute(sql.text());
            }
        }
    }
}
