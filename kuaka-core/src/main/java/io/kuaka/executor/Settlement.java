package io.kuaka.executor;

import io.kuaka.executor.StatementEffect.Sign;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides by looking at the database whether a statement has run that was begun and not ended. */
record Settlement(Dialect dialect, Connection connection) {
    /** What is in a schema; indexes that are there but can't be used are left out of the tables' rules. */
    private record Found(List<Table> tables, List<Sequence> sequences, Set<String> invalidIndexes) {
        boolean shows(Sign sign) {
            return has(sign) == sign.isThere();
        }

        private boolean has(Sign sign) {
            return switch (sign.kind()) {
                case SEQUENCE -> sequences.stream().anyMatch(each -> each.name().equalsIgnoreCase(sign.name()));
                case TABLE -> tables.stream().anyMatch(each -> isNamed(each, sign.name()));
                case COLUMN -> names(sign, Table::columnNames);
                case RULE -> names(sign, Found::rules) && !invalidIndexes.contains(sign.name());
                case PRIMARY_KEY -> of(sign).anyMatch(each -> !each.primaryKey().isEmpty());
            };
        }

        private boolean names(Sign sign, Function<Table, List<String>> parts) {
            return of(sign).flatMap(each -> parts.apply(each).stream()).anyMatch(sign.name()::equalsIgnoreCase);
        }

        private Stream<Table> of(Sign sign) {
            return tables.stream().filter(each -> sign.table().isEmpty() || isNamed(each, sign.table()));
        }

        private static boolean isNamed(Table table, String name) {
            return table.name().name().equalsIgnoreCase(name);
        }

        private static List<String> rules(Table table) {
            return Stream.of(
                            table.indexes().stream().map(Index::name),
                            table.uniques().stream().map(UniqueConstraint::name),
                            table.checks().stream().map(CheckConstraint::name),
                            table.exclusions().stream().map(ExclusionConstraint::name),
                            table.foreignKeys().stream().map(ForeignKey::name))
                    .flatMap(names -> names)
                    .toList();
        }
    }

    /**
     * Returns how many statements of a migration need not be run again.
     *
     * @throws UndecidedStatementException when nobody can tell
     */
    int resumesAt(MigrationScript script, JournalEntry found) throws SQLException {
        if (!found.isUndecided()) {
            return found.done();
        }
        Statement last = script.statements().get(found.begun() - 1).statement();
        StatementEffect effect =
                last.match(sql -> StatementEffect.of(sql.text(), dialect.grammar()), call -> StatementEffect.none());
        if (effect.signs().isEmpty()) {
            requireRepeatable(last, script, found);
            return found.done();
        }
        return hasRun(effect) ? found.begun() : found.done();
    }

    /** Statements of our own that show no signs set what they set, however often they are run. */
    private static void requireRepeatable(Statement last, MigrationScript script, JournalEntry found) {
        boolean isOurs = last.match(sql -> !sql.isForeign(), call -> false);
        if (!isOurs) {
            throw new UndecidedStatementException(
                    found, last, script.statements().size());
        }
    }

    private boolean hasRun(StatementEffect effect) throws SQLException {
        String schema = effect.schema();
        Found found = new Found(
                dialect.introspector().tables(connection, schema),
                dialect.introspector().sequences(connection, schema),
                dialect.introspector().invalidIndexes(connection, schema));
        boolean hasRun = effect.signs().stream().allMatch(found::shows);
        if (!hasRun) {
            effect.signs().stream()
                    .filter(sign -> sign.isThere() && found.invalidIndexes().contains(sign.name()))
                    .forEach(sign -> dropIndex(schema, sign.name()));
        }
        return hasRun;
    }

    /** What an interrupted build leaves behind is in the way of the next one. */
    private void dropIndex(@Nullable String schema, String name) {
        SqlGrammar grammar = dialect.grammar();
        Sql drop = Sql.of("drop index " + grammar.name(new TableName(schema, grammar.stateName(name))));
        new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT).accept(List.of(PlannedStatement.ofNone(drop)));
    }
}
