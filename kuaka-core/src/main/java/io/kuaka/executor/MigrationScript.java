package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.expression.SqlSyntax;
import io.kuaka.graph.Direction;
import io.kuaka.impact.Neighbours;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.TransactionForbiddenException;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Placing;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.conversion.InconvertibleTypeException;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that one migration does to a database of one kind, as values, before any of it runs.
 *
 * <p>It is what {@code migrate} runs and what {@code sqlmigrate} prints.
 *
 * @param operations what is done, in order; the inverses if the migration is reversed
 * @param unsupported by operation index, the parts of tables that the database doesn't support
 * @param joined the indexes of operations whose change is part of a later one's statements
 * @param opening what comes before the statements: settings, and the start of the transaction
 * @param statements the statements of the operations
 * @param closing the end of the transaction
 * @param restoring what has to run at the end, whether the migration succeeded or not
 * @param subjects by operation index, the table that was there before the operation and that it is about
 * @param neighbours for each operation, the other tables that were there before and that the operation locks
 * @param touches what happens to the tables that were there before, until a user's statements or code run
 * @param limits the limits of the statements
 */
public record MigrationScript(
        MigrationNode migration,
        Direction direction,
        List<Operation> operations,
        SortedMap<Integer, List<String>> unsupported,
        Set<Integer> joined,
        List<Sql> opening,
        List<PlannedStatement> statements,
        List<Sql> closing,
        List<Sql> restoring,
        SortedMap<Integer, TableName> subjects,
        List<Set<TableName>> neighbours,
        List<TableTouch> touches,
        ScriptLimits limits) {
    public MigrationScript {
        subjects = Collections.unmodifiableSortedMap(subjects);
        neighbours = List.copyOf(neighbours);
        touches = List.copyOf(touches);
        operations = List.copyOf(operations);
        unsupported = Collections.unmodifiableSortedMap(unsupported);
        joined = Set.copyOf(joined);
        opening = List.copyOf(opening);
        statements = List.copyOf(statements);
        closing = List.copyOf(closing);
        restoring = List.copyOf(restoring);
    }

    /** Returns what a migration does in one direction, without limits of its statements. */
    public static MigrationScript of(
            Dialect dialect, MigrationNode migration, Direction direction, ProjectState before) {
        return of(dialect, migration, direction, before, TimeLimits.none());
    }

    /**
     * Returns what a migration does in one direction.
     *
     * @param before the state before the migration, in either direction
     * @throws io.kuaka.operation.IrreversibleOperationException if an operation is irreversible
     * @throws InconvertibleTypeException if a column is to get a type that its values can't be converted to
     * @throws TransactionControlException if a user's SQL would end the migration's transaction
     * @throws TransactionForbiddenException if an operation can't run in the migration's transaction
     */
    public static MigrationScript of(
            Dialect dialect, MigrationNode migration, Direction direction, ProjectState before, TimeLimits times) {
        return of(dialect, migration, direction, migration.states(before), times);
    }

    /** Returns the same, where the states of the migration are known, in the order of its operations. */
    static MigrationScript of(
            Dialect dialect,
            MigrationNode migration,
            Direction direction,
            List<ProjectState> states,
            TimeLimits times) {
        boolean transactional = migration.atomic() && dialect.grammar().supports(Feature.TRANSACTIONAL_DDL);
        ScriptLimits limits = new ScriptLimits(dialect, transactional ? times : times.ofSession(), transactional);
        return switch (direction) {
            case FORWARD ->
                make(limits, migration, direction, migration.operations().get(), states);
            case BACKWARD -> {
                // The states themselves: a restored field has its old place among those of a key.
                List<ProjectState> reversed = new ArrayList<>(states);
                Collections.reverse(reversed);
                yield make(limits, migration, direction, migration.inverses(states.get(0)), reversed);
            }
        };
    }

    private static MigrationScript make(
            ScriptLimits limits,
            MigrationNode migration,
            Direction direction,
            List<Operation> operations,
            List<ProjectState> states) {
        Dialect dialect = limits.dialect();
        boolean transactional = limits.transactional();
        SchemaEditor editor = edited(dialect, migration, operations, states);
        List<PlannedStatement> statements = editor.finish();
        if (migration.atomic()) {
            requireAllowed(dialect, migration, operations, statements);
        }
        List<Sql> opening = new ArrayList<>(editor.beforeTransaction());
        if (transactional) {
            opening.addAll(dialect.begin());
        }
        opening.addAll(limits.opening());
        List<Sql> restoring = new ArrayList<>(editor.afterTransaction());
        restoring.addAll(limits.restoring(statements));
        return new MigrationScript(
                migration,
                direction,
                operations,
                editor.unsupported(),
                editor.joined(),
                opening,
                statements,
                transactional ? dialect.commit() : List.of(),
                restoring,
                subjects(migration.key().app(), operations, states),
                neighbours(migration.key().app(), operations, states),
                editor.touches(),
                limits);
    }

    private static SchemaEditor edited(
            Dialect dialect, MigrationNode migration, List<Operation> operations, List<ProjectState> states) {
        SchemaEditor editor = dialect.editor();
        String app = migration.key().app();
        for (int i = 0; i < operations.size(); i++) {
            OperationContext context =
                    new OperationContext(dialect, app, states.get(i), states.get(i + 1), migration.placement());
            editor.begin(i, context);
            execute(migration, operations.get(i), i, editor, context);
        }
        return editor;
    }

    private static SortedMap<Integer, TableName> subjects(
            String app, List<Operation> operations, List<ProjectState> states) {
        SortedMap<Integer, TableName> subjects = new TreeMap<>();
        for (int i = 0; i < operations.size(); i++) {
            ProjectState before = states.get(i);
            int index = i;
            operations
                    .get(i)
                    .subject()
                    .map(model -> new ModelKey(app, model))
                    .filter(before::hasModel)
                    .map(before::model)
                    .ifPresent(model -> subjects.put(index, new TableName(model.schema(), model.table())));
        }
        return subjects;
    }

    private static List<Set<TableName>> neighbours(String app, List<Operation> operations, List<ProjectState> states) {
        return IntStream.range(0, operations.size())
                .mapToObj(i -> Neighbours.of(app, operations.get(i), states.get(i), states.get(i + 1)))
                .toList();
    }

    /**
     * Returns why the migration would be refused before its first change, depending on the rows, as the messages of its
     * checks. None if it is one transaction: then a later refusal leaves nothing behind either.
     */
    public List<String> firstChecks() {
        if (transactional()) {
            return List.of();
        }
        return statements.stream()
                .map(PlannedStatement::statement)
                .takeWhile(statement -> statement.match(sql -> sql.role() == Sql.Role.GUARD, call -> false))
                .flatMap(statement ->
                        statement.<Stream<String>>match(sql -> Stream.ofNullable(sql.violation()), call -> Stream.of()))
                .toList();
    }

    /** Returns whether all statements are one transaction. */
    public boolean transactional() {
        return limits.transactional();
    }

    /** Returns the statements with the settings that limit them, in order. */
    List<PlannedStatement> limitedStatements() {
        ScriptLimits.Walk walk = limits.walk();
        List<PlannedStatement> all = new ArrayList<>();
        for (PlannedStatement planned : statements) {
            walk.before(planned).forEach(setting -> all.add(new PlannedStatement(planned.operation(), setting)));
            all.add(planned);
        }
        return all;
    }

    private static void execute(
            MigrationNode migration, Operation operation, int index, SchemaEditor editor, OperationContext context) {
        try {
            Placing.execute(operation, editor, context);
        } catch (MigrationException e) {
            throw e.at(migration.placeOf(operation, index));
        } catch (RuntimeException | Error e) {
            throw migration.blamed(operation, index, e);
        }
    }

    /** A user's statement may be one that the database runs only outside transactions. */
    private static void requireAllowed(
            Dialect dialect, MigrationNode migration, List<Operation> operations, List<PlannedStatement> statements) {
        statements.forEach(planned -> requireNoTransactionControl(dialect, migration, operations, planned));
        Set<Integer> forbidden = statements.stream()
                .filter(planned -> planned.statement()
                        .match(sql -> sql.isForeign() && dialect.runsOutsideTransaction(sql), call -> false))
                .map(PlannedStatement::operation)
                .collect(Collectors.toSet());
        for (int i = 0; i < operations.size(); i++) {
            if (forbidden.contains(i)) {
                throw new TransactionForbiddenException(migration.placeOf(operations.get(i), i));
            }
        }
    }

    private static void requireNoTransactionControl(
            Dialect dialect, MigrationNode migration, List<Operation> operations, PlannedStatement planned) {
        SqlSyntax syntax = dialect.grammar().sqlSyntax();
        String control = planned.statement()
                .match(sql -> sql.isForeign() ? SqlScript.transactionControl(sql.text(), syntax) : "", call -> "");
        if (!control.isEmpty()) {
            int index = planned.operation();
            throw new TransactionControlException(migration.placeOf(operations.get(index), index), control);
        }
    }

    /**
     * Returns the script as text: each operation under its description, each statement with a semicolon. The order is
     * that in which the statements run, which may differ from that of the operations.
     */
    public String text() {
        TextSink text = new TextSink();
        opening.forEach(text::line);
        NavigableSet<Integer> silent = silentOperations();
        List<PlannedStatement> all = limitedStatements();
        int next = 0;
        while (next < all.size()) {
            int operation = all.get(next).operation();
            int end = next;
            while (end < all.size() && all.get(end).operation() == operation) {
                end++;
            }
            describe(text, silent.headSet(operation));
            describe(text, operation);
            text.accept(all.subList(next, end));
            next = end;
        }
        describe(text, silent);
        closing.forEach(text::line);
        restoring.forEach(text::line);
        return text.text();
    }

    private NavigableSet<Integer> silentOperations() {
        NavigableSet<Integer> silent = new TreeSet<>();
        for (int i = 0; i < operations.size(); i++) {
            silent.add(i);
        }
        statements.forEach(planned -> silent.remove(planned.operation()));
        return silent;
    }

    /** Describes operations without statements, and removes them from the set. */
    private void describe(TextSink text, Set<Integer> silent) {
        for (int operation : silent) {
            describe(text, operation);
            if (joined.contains(operation)) {
                text.comment("(executed together with a later operation)");
            } else if (!migration.runs(operations.get(operation))) {
                text.comment("(not in database \"" + migration.placement().database() + "\")");
            } else if (unsupported.getOrDefault(operation, List.of()).isEmpty()) {
                text.comment("(no-op)");
            }
        }
        silent.clear();
    }

    private void describe(TextSink text, int operation) {
        text.header(operations.get(operation).describe());
        unsupported.getOrDefault(operation, List.of()).forEach(what -> text.comment("Left out: " + what));
    }
}
