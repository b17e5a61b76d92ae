package io.kuaka.schema;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A step in a change of tables: a statement of its own, or clauses that may share an {@code alter table}. */
public sealed interface TableStep {
    /** A statement of its own. */
    record Run(Sql sql) implements TableStep {
        @Override
        public Sql sql(SqlGrammar grammar) {
            return sql;
        }

        @Override
        public Optional<Alter> alteration() {
            return Optional.empty();
        }
    }

    /** Clauses of one {@code alter table}, one at least. */
    record Alter(TableName table, List<Clause> clauses) implements TableStep {
        public Alter {
            clauses = List.copyOf(clauses);
        }

        @Override
        public Sql sql(SqlGrammar grammar) {
            return grammar.alterTable(table, clauses);
        }

        @Override
        public Optional<Alter> alteration() {
            return Optional.of(this);
        }

        private Alter with(Clause clause) {
            List<Clause> all = new ArrayList<>(clauses);
            all.add(clause);
            return new Alter(table, all);
        }
    }

    /** Returns the step that alters a table, or none without clauses. */
    static Stream<TableStep> alter(TableName table, Stream<Clause> clauses) {
        List<Clause> all = clauses.toList();
        return all.isEmpty() ? Stream.empty() : Stream.of(new Alter(table, all));
    }

    /**
     * Returns steps in which clauses of one table that follow each other share a statement.
     *
     * @param canShare whether a statement with these clauses can take another one
     */
    static List<TableStep> join(List<TableStep> steps, BiPredicate<List<Clause>, Clause> canShare) {
        List<TableStep> joined = new ArrayList<>();
        for (TableStep step : steps) {
            step.alteration()
                    .ifPresentOrElse(
                            alter -> alter.clauses().forEach(clause -> append(joined, alter.table(), clause, canShare)),
                            () -> joined.add(step));
        }
        return joined;
    }

    private static void append(
            List<TableStep> steps, TableName table, Clause clause, BiPredicate<List<Clause>, Clause> canShare) {
        int last = steps.size() - 1;
        Optional<Alter> previous = last < 0 ? Optional.empty() : steps.get(last).alteration();
        previous.filter(alter -> alter.table().equals(table) && canShare.test(alter.clauses(), clause))
                .ifPresentOrElse(
                        alter -> steps.set(last, alter.with(clause)),
                        () -> steps.add(new Alter(table, List.of(clause))));
    }

    /** Returns the statement. */
    Sql sql(SqlGrammar grammar);

    /** Returns this step if it consists of clauses. */
    Optional<Alter> alteration();
}
