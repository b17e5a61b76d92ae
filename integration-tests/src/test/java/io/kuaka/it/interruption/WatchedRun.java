package io.kuaka.it.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.base.MigrationException;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that may end early, and what it said about itself, which has to be so. */
final class WatchedRun implements MigrationListener {
    private static final Pattern TOGETHER = Pattern.compile("Those from (\\S+) to (\\S+) were running");
    private static final LeaseTerms TERMS = LeaseTerms.standard().waiting(Duration.ofMinutes(1));

    private final Set<String> finished = new TreeSet<>();
    private String last = "";
    private @Nullable MigrationException failure;

    /** Runs to the end, and returns how many calls the database heard. */
    static int undisturbed(TestDatabase database, List<MigrationNode> nodes) throws SQLException {
        try (Connection connection = database.connect()) {
            CountedCalls calls = new CountedCalls(connection, (number, call) -> call.run());
            LongHistory.migrate(nodes, calls.connection(), TERMS);
            return calls.count();
        }
    }

    /** Runs as far as it goes. */
    static WatchedRun of(Connection connection, List<MigrationNode> nodes, CountedCalls.Hands hands) {
        WatchedRun run = new WatchedRun();
        CountedCalls calls = new CountedCalls(connection, hands);
        run.failure = catchThrowableOfType(
                MigrationException.class, () -> LongHistory.migrate(nodes, calls.connection(), TERMS, run));
        return run;
    }

    @Override
    public void started(PlanStep step) {
        last = step.key().toString();
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
        finished.add(step.key().toString());
    }

    boolean hasFailed() {
        return failure != null;
    }

    /**
     * What was reported as applied is in the history; if it failed, at most the migration that was running is there as
     * well, or those that were sent together, and the message says all that.
     */
    void requireTruth(TestDatabase database, Disturbance point) throws SQLException {
        Set<String> applied = applied(database);
        assertThat(applied).as("%s: what was reported as applied", point).containsAll(finished);
        Set<String> more = new TreeSet<>(applied);
        more.removeAll(finished);
        if (failure == null) {
            assertThat(more).isEmpty();
            return;
        }
        Matcher together = TOGETHER.matcher(failure.getMessage());
        boolean areSeveral = together.find();
        String from = areSeveral ? together.group(1) : last;
        String to = areSeveral ? together.group(2) : last;
        assertThat(more).as("%s: what may be applied", point).allSatisfy(each -> assertThat(each)
                .isBetween(from, to));
        assertThat(failure)
                .as("%s", point)
                .hasMessageContaining("The connection is lost")
                .hasMessageContaining("Run migrate again");
        assertThat(finished).allSatisfy(each -> assertThat(failure).hasMessageContaining(each));
    }

    private static Set<String> applied(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            return OwnTables.of(dialect, connection).history().applied(connection).keySet().stream()
                    .map(Object::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
