package io.kuaka.executor;

import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Effect.Sign;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.Indexes;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides by looking at the database whether a statement has run that was begun but not recorded as completed. */
record Settlement(Dialect dialect, Connection connection) {
    private static final System.Logger LOGGER = System.getLogger(Settlement.class.getName());

    /**
     * What is in a schema; indexes that exist but can't be used don't count.
     *
     * @param exact names that are compared with their case, because that is all that a statement changes in them
     * @param hasExactTables whether names of tables are compared with their case
     * @param types what the database calls types, by how statements spell them
     */
    private record Found(
            SqlGrammar grammar,
            Set<String> exact,
            boolean hasExactTables,
            Map<String, ColumnType> types,
            List<Table> tables,
            List<Sequence> sequences,
            Set<String> invalidIndexes,
            Set<String> others) {
        boolean shows(Sign sign) {
            return has(sign) == sign.exists();
        }

        private boolean has(Sign sign) {
            return switch (sign.kind()) {
                // Where there are no sequences, a table is one.
                case SEQUENCE, TABLE ->
                    of(sign).findAny().isPresent() || sequences.stream().anyMatch(each -> isOwner(each.name(), sign));
                case COLUMN -> names(sign, Table::columnNames);
                case RULE -> names(sign, Found::rules) && !invalidIndexes.contains(sign.name());
                case INDEX -> names(sign, Found::indexes) && !invalidIndexes.contains(sign.name());
                case FOREIGN_KEY -> names(sign, Found::foreignKeys);
                case TYPE -> of(sign).flatMap(each -> each.columns().stream()).anyMatch(each -> isTyped(each, sign));
                case OTHER -> others.contains(sign.name());
                case PRIMARY_KEY -> of(sign).anyMatch(each -> !each.primaryKey().isEmpty());
            };
        }

        private boolean names(Sign sign, Function<Table, List<String>> parts) {
            return of(sign).flatMap(each -> parts.apply(each).stream()).anyMatch(part -> is(part, sign.name()));
        }

        private Stream<Table> of(Sign sign) {
            return tables.stream()
                    .filter(each ->
                            sign.owner().name().isEmpty() || isOwner(each.name().name(), sign));
        }

        private boolean isOwner(String found, Sign sign) {
            String name = sign.owner().name();
            return hasExactTables ? grammar.catalogName(found).equals(name) : is(found, name);
        }

        /** A database that folds plain names tells all others apart; one that doesn't may ignore their case. */
        private boolean is(String found, String catalogName) {
            String name = grammar.catalogName(found);
            boolean isExact =
                    exact.contains(catalogName) || grammar.catalogName("a").equals(grammar.catalogName("A"));
            return isExact ? name.equals(catalogName) : name.equalsIgnoreCase(catalogName);
        }

        private boolean isTyped(Column column, Sign sign) {
            return is(column.name(), sign.name()) && column.type().equals(types.get(sign.type()));
        }

        private static List<String> indexes(Table table) {
            return Stream.of(
                            Stream.ofNullable(table.primaryKeyName()),
                            table.indexes().stream().map(Index::name),
                            table.uniques().stream().map(UniqueConstraint::name),
                            table.exclusions().stream().map(ExclusionConstraint::name))
                    .flatMap(names -> names)
                    .toList();
        }

        private static List<String> foreignKeys(Table table) {
            return table.foreignKeys().stream().map(ForeignKey::name).toList();
        }

        private static List<String> rules(Table table) {
            return Stream.of(
                            indexes(table).stream(),
                            table.checks().stream().map(CheckConstraint::name),
                            foreignKeys(table).stream())
                    .flatMap(names -> names)
                    .toList();
        }
    }

    /**
     * Returns how many statements of a migration need not be run again.
     *
     * @throws UndecidedStatementException if that can't be decided
     */
    int resumesAt(MigrationScript script, JournalEntry found) throws SQLException {
        if (!found.isUndecided()) {
            return found.done();
        }
        Statement last = script.statements().get(found.begun() - 1).statement();
        Effect effect = last.match(this::effect, call -> Effect.NONE);
        if (effect.signs().isEmpty()) {
            requireRepeatable(last, script, found);
            return found.done();
        }
        Map<String, ColumnType> types = types(effect);
        if (new HashSet<>(types.values()).size() < typeWords(effect).size()) {
            throw new UndecidedStatementException(
                    found, last, script.statements().size());
        }
        return hasRun(effect, types) ? found.begun() : found.done();
    }

    private static List<String> typeWords(Effect effect) {
        return effect.signs().stream()
                .map(Sign::type)
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
    }

    /** Asks the database what it calls the types, for it has names of its own for some. It may not know all elsewhere. */
    private Map<String, ColumnType> types(Effect effect) throws SQLException {
        List<String> words = typeWords(effect);
        if (words.isEmpty()) {
            return Map.of();
        }
        TableBuilder samples = new TableBuilder(new TableName(null, Scratch.PREFIX + "types"), null);
        for (int i = 0; i < words.size(); i++) {
            ColumnType type = ColumnType.sql(words.get(i));
            samples.add(new Column("c" + i, type, true, false, false, null, null, null, null));
        }
        Table table = samples.build();
        return dialect.scratch().with(connection, place -> {
            try (java.sql.Statement statement = place.createStatement()) {
                statement.execute(dialect.grammar().createTable(table).text());
            } catch (SQLException e) {
                LOGGER.log(System.Logger.Level.DEBUG, "The types are unknown: {0}", e.getMessage());
                return Map.of();
            }
            List<Column> found = dialect.introspector().tables(place, null).stream()
                    .filter(each ->
                            each.name().name().equalsIgnoreCase(table.name().name()))
                    .flatMap(each -> each.columns().stream())
                    .toList();
            return IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(words::get, i -> found.get(i)
                    .type()));
        });
    }

    /** A user's statement has to be parsed. */
    private Effect effect(Sql sql) {
        return sql.isForeign() ? EffectReader.effect(sql.text(), dialect.grammar()) : sql.effect();
    }

    /** Our own statements without signs can be repeated: they only set something, or resume after their last batch. */
    private static void requireRepeatable(Statement last, MigrationScript script, JournalEntry found) {
        boolean isOurs = last.match(sql -> !sql.isForeign(), call -> call.walk() != null);
        if (!isOurs) {
            throw new UndecidedStatementException(
                    found, last, script.statements().size());
        }
    }

    private boolean hasRun(Effect effect, Map<String, ColumnType> types) throws SQLException {
        List<@Nullable String> schemas = effect.signs().stream()
                .map(sign -> sign.owner().schema())
                .distinct()
                .toList();
        boolean hasRun = true;
        for (String schema : schemas) {
            hasRun &= hasRun(effect.signs(), schema, types);
        }
        return hasRun;
    }

    private boolean hasRun(List<Sign> signs, @Nullable String schema, Map<String, ColumnType> types)
            throws SQLException {
        List<Sign> here = signs.stream()
                .filter(sign -> Objects.equals(sign.owner().schema(), schema))
                .toList();
        Found found = find(schema, exactNames(here), types);
        here.stream()
                .filter(sign -> sign.exists() && found.invalidIndexes().contains(sign.name()))
                .forEach(this::dropIndex);
        return here.stream().allMatch(found::shows);
    }

    /** Returns the names of what a statement creates and drops that differ from each other in case only. */
    private static Set<String> exactNames(List<Sign> signs) {
        List<String> names = signs.stream().map(Settlement::name).distinct().toList();
        return names.stream()
                .filter(name -> names.stream().anyMatch(other -> !other.equals(name) && other.equalsIgnoreCase(name)))
                .collect(Collectors.toSet());
    }

    private static String name(Sign sign) {
        return sign.name().isEmpty() ? sign.owner().name() : sign.name();
    }

    private Found find(@Nullable String schema, Set<String> exact, Map<String, ColumnType> types) throws SQLException {
        return new Found(
                dialect.grammar(),
                exact,
                dialect.introspector().tellsTablesApartByCase(connection),
                types,
                dialect.introspector().tables(connection, schema),
                dialect.introspector().sequences(connection, schema),
                dialect.introspector().invalidIndexes(connection, schema),
                dialect.introspector().others(connection, schema));
    }

    /** What an interrupted build leaves behind blocks the next one. */
    private void dropIndex(Sign sign) {
        SqlGrammar grammar = dialect.grammar();
        Sql drop = grammar.dropIndex(sign.owner(), Indexes.index(grammar.stateName(sign.name())));
        new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT).accept(List.of(PlannedStatement.ofNone(drop)));
    }
}
