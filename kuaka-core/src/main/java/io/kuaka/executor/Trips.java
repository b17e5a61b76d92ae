package io.kuaka.executor;

import io.kuaka.graph.Direction;
import io.kuaka.graph.PlanStep;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which migrations of a plan are sent to the database together: each is a transaction of its own, and all of them are one
 * round trip.
 *
 * <p>They only create, change and refer to tables that have no rows, so each of them takes no time, and nobody misses being told
 * of one before the next one begins.
 */
final class Trips {
    /** So few that drivers need not read answers before all are sent. */
    private static final int MOST_STATEMENTS = 100;

    private final List<PlanStep> steps;
    private final List<MigrationScript> scripts;
    private final FreshTables fresh;
    private final boolean areShared;

    /** Makes the trips of a plan; if they aren't shared, each migration is one. */
    Trips(Dialect dialect, List<PlanStep> steps, List<MigrationScript> scripts, boolean areShared) {
        this.steps = steps;
        this.scripts = scripts;
        this.fresh = FreshTables.none(dialect.grammar());
        this.areShared = areShared;
    }

    /**
     * Returns the end of the trip that begins with the migration of an index, where the next trip begins. What the trip
     * does to tables counts from now on: where it breaks off, so does the run, or it continues with the same migrations.
     */
    int endOf(int first) {
        int statements = 0;
        int end = first;
        while (areShared && end < scripts.size() && isShareable(scripts.get(end))) {
            statements += most(steps.get(end), scripts.get(end));
            if (statements > MOST_STATEMENTS || !fresh.take(scripts.get(end))) {
                break;
            }
            end++;
        }
        return Math.max(end, first + 1);
    }

    /** Each statement may have a setting before it; a squash has many rows in the history. */
    private static int most(PlanStep step, MigrationScript script) {
        return script.opening().size()
                + step.history().size()
                + 2 * script.statements().size()
                + script.closing().size();
    }

    private static boolean isShareable(MigrationScript script) {
        return script.transactional()
                && script.direction() == Direction.FORWARD
                && script.restoring().isEmpty()
                && areBatchable(script.opening())
                && script.statements().stream().allMatch(planned -> JdbcSink.isBatchable(planned.statement()))
                && script.statements().stream().noneMatch(FreshTables::mayAddRows);
    }

    private static boolean areBatchable(Collection<? extends Statement> statements) {
        return statements.stream().allMatch(JdbcSink::isBatchable);
    }

    /** Notes that a migration was run alone. */
    void ran(MigrationScript script) {
        fresh.ran(script);
    }

    /**
     * The tables that a run has created itself and that have no rows, so that it takes no time to change them.
     *
     * <p>Users' SQL and code, and statements that write rows, may fill any of them: after those none counts, unless users'
     * SQL only updates or deletes rows.
     */
    private static final class FreshTables {
        private final SqlGrammar grammar;
        private final Set<TableName> tables;

        private FreshTables(SqlGrammar grammar, Set<TableName> tables) {
            this.grammar = grammar;
            this.tables = tables;
        }

        /** Returns those at the beginning of a run: none. */
        static FreshTables none(SqlGrammar grammar) {
            return new FreshTables(grammar, new HashSet<>());
        }

        /** Notes that a migration is run if it creates and changes nothing but such tables, and returns whether it does. */
        boolean take(MigrationScript script) {
            for (PlannedStatement planned : script.statements()) {
                if (!areThoseOf(script, planned.operation())) {
                    return false;
                }
                note(planned);
            }
            return true;
        }

        private boolean areThoseOf(MigrationScript script, int operation) {
            boolean isOfOneModel = operation != PlannedStatement.NO_OPERATION
                    && script.operations().get(operation).subject().isPresent();
            TableName former = script.subjects().get(operation);
            return isOfOneModel
                    && (former == null || isFresh(former))
                    && script.neighbours().get(operation).stream().allMatch(this::isFresh);
        }

        private boolean isFresh(TableName table) {
            return tables.contains(grammar.catalogName(table));
        }

        /** Notes that a migration was run. */
        void ran(MigrationScript script) {
            script.statements().forEach(this::note);
            if (script.statements().stream().anyMatch(FreshTables::mayAddRows)) {
                tables.clear();
            }
        }

        /** What is renamed has as many rows as before. */
        private void note(PlannedStatement planned) {
            Effect effect = planned.statement().match(sql -> sql.effect(), call -> Effect.NONE);
            boolean isFresh = true;
            for (Effect.Sign sign : effect.signs()) {
                if (sign.kind() == Effect.Kind.TABLE && !sign.exists()) {
                    isFresh &= tables.remove(sign.owner());
                }
            }
            for (Effect.Sign sign : effect.signs()) {
                if (sign.kind() == Effect.Kind.TABLE && sign.exists() && isFresh) {
                    tables.add(sign.owner());
                }
            }
        }

        private static boolean mayAddRows(PlannedStatement planned) {
            return planned.statement().match(SqlKind::mayAddRows, call -> true);
        }
    }
}
