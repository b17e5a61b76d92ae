package io.kuaka.schema.statement;

import io.kuaka.progress.RowProgress;
import io.kuaka.schema.statement.Walk.Batch;
import io.kuaka.schema.statement.Walk.Batches;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java code that works on the database.
 *
 * @param description what represents the code in texts
 * @param walk the same work in batches, if it can be done so; null for all other code
 */
public record JavaCall(
        String description, Code code, @Nullable Walk walk) implements Statement {
    /** Works on the migration's connection, within its transaction where there is one, and says how far it got. */
    @FunctionalInterface
    public interface Code {
        void run(Connection connection, RowProgress progress) throws SQLException;
    }

    /** Makes a call that is done at once. */
    public JavaCall(String description, Code code) {
        this(description, code, null);
    }

    /** Returns the call of a walk, which whoever doesn't take it in batches runs to its end. */
    public static JavaCall of(String description, Walk walk) {
        return new JavaCall(description, (connection, progress) -> run(walk, connection, progress), walk);
    }

    private static void run(Walk walk, Connection connection, RowProgress progress) {
        Batches batches = walk.on(connection);
        Batch batch = batches.next(WalkProgress.NONE);
        while (!batch.isLast()) {
            batch.progress().report(progress);
            batch = batches.next(batch.progress());
        }
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
