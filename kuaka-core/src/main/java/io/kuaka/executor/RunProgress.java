package io.kuaka.executor;

import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.Direction;
import io.kuaka.graph.PlanStep;
import io.kuaka.progress.Progress.MigrationEnded;
import io.kuaka.progress.Progress.MigrationEnded.Outcome;
import io.kuaka.progress.Progress.MigrationStarted;
import io.kuaka.progress.Progress.PlanMade;
import io.kuaka.progress.TableSize;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports how far a run got with its plan. */
final class RunProgress {
    private static final System.Logger LOGGER = System.getLogger(RunProgress.class.getName());

    private final MigrationListener listener;
    private final Dialect dialect;
    private final Connection connection;
    private final long start = System.nanoTime();
    /** By schema and name; read before the first statement, and only if a table is changed that was there. */
    private final Map<@Nullable String, Map<String, TableSize>> sizes = new HashMap<>();

    private int migrations;
    private int number;

    RunProgress(MigrationListener listener, Dialect dialect, Connection connection) {
        this.listener = listener;
        this.dialect = dialect;
        this.connection = connection;
    }

    /** The plan is made; {@code scripts} are those of the steps that are run. */
    void planned(List<PlanStep> steps, List<MigrationScript> scripts) {
        migrations = steps.size();
        int statements =
                scripts.stream().mapToInt(script -> script.statements().size()).sum();
        List<String> names = steps.stream().map(step -> step.key().toString()).toList();
        listener.progressed(new PlanMade(names, statements, elapsed()));
        scripts.stream()
                .flatMap(script -> script.subjects().values().stream())
                .forEach(table -> sizes(dialect.grammar().catalogName(table)));
    }

    /** A migration starts. */
    void started(PlanStep step) {
        number++;
        listener.progressed(new MigrationStarted(step.key().toString(), number, migrations, elapsed()));
        listener.started(step);
    }

    /** Returns what reports the script of a migration that is about to run. */
    StepProgress of(MigrationScript script) {
        Map<Integer, TableSize> known = new HashMap<>();
        script.subjects().forEach((operation, table) -> {
            TableSize size = size(dialect.grammar().catalogName(table));
            if (size != null) {
                known.put(operation, size);
            }
        });
        return new StepProgress(listener, script, known);
    }

    private @Nullable TableSize size(TableName table) {
        return sizes(table).get(table.name());
    }

    private Map<String, TableSize> sizes(TableName table) {
        return sizes.computeIfAbsent(table.schema(), this::read);
    }

    /** Without sizes a run goes on; what is wrong with the connection shows at its next statement. */
    private Map<String, TableSize> read(@Nullable String schema) {
        try {
            return dialect.statistics().sizes(connection, schema);
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "The sizes of tables are unknown: {0}", e.getMessage());
            return Map.of();
        }
    }

    /** A migration was run. */
    void finished(PlanStep step, Duration duration) {
        Outcome outcome = step.direction() == Direction.FORWARD ? Outcome.APPLIED : Outcome.REVERSED;
        ended(step, outcome, duration);
        listener.finished(step, duration, false);
    }

    /** A migration was only recorded. */
    void faked(PlanStep step) {
        ended(step, Outcome.FAKED, Duration.ZERO);
        listener.finished(step, Duration.ZERO, true);
    }

    /** A migration has failed. */
    void failed(PlanStep step, Duration duration) {
        ended(step, Outcome.FAILED, duration);
        listener.failed(step);
    }

    private void ended(PlanStep step, Outcome outcome, Duration duration) {
        listener.progressed(new MigrationEnded(step.key().toString(), outcome, duration));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
