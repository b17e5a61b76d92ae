package io.kuaka.schema.statement;

import io.kuaka.progress.RowProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Java code that works on the database.
 *
 * @param description what represents the code in texts
 */
public record JavaCall(String description, Code code) implements Statement {
    /** Works on the migration's connection, within its transaction where there is one, and says how far it got. */
    @FunctionalInterface
    public interface Code {
        void run(Connection connection, RowProgress progress) throws SQLException;
    }

    @Override
    public String summary() {
        return description;
    }

    @Override
    public <R> R match(Function<? super Sql, ? extends R> sql, Function<? super JavaCall, ? extends R> call) {
        return call.apply(this);
    }
}
