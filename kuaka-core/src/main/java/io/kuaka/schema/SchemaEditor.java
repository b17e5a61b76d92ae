package io.kuaka.schema;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.grammar.SupportedTable;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.Collation;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verbs by which operations change a database, and the steps that each verb takes on it.
 *
 * <p>An editor turns verbs into statements for one migration and never touches a connection. It may hold back a change
 * of a table to make it together with the next one; {@link #finish} makes the remaining ones. {@link SqlGrammar} spells
 * the statements. Not thread-safe.
 */
public abstract class SchemaEditor {
    private final SqlGrammar grammar;
    private final TypeConversion conversion;
    private final List<PlannedStatement> planned = new ArrayList<>();
    private final SortedMap<Integer, List<String>> unsupported = new TreeMap<>();
    private final HeldChanges held;
    private final EarlyGuards guards;
    private final TouchedTables touched;
    private int operation;
    private @Nullable OperationContext context;

    /** Creates an editor that spells SQL and converts values as the database does. */
    protected SchemaEditor(TypeConversion conversion) {
        this.grammar = conversion.grammar();
        this.conversion = conversion;
        held = new HeldChanges(grammar);
        guards = new EarlyGuards(conversion);
        touched = new TouchedTables(grammar);
    }

    /** Sets the operation that the next verbs belong to, by its index from 0, and its context. */
    public final void begin(int operationIndex, OperationContext newContext) {
        operation = operationIndex;
        context = newContext;
        guards.begin();
    }

    /** Returns how the database spells SQL. */
    public final SqlGrammar grammar() {
        return grammar;
    }

    /** Returns how the database converts values to another type. */
    public final TypeConversion conversion() {
        return conversion;
    }

    /** Returns all statements of the migration, in order. */
    public final List<PlannedStatement> finish() {
        releaseHeld();
        endMigration();
        return guards.before(planned);
    }

    /** Returns the operations without statements of their own, whose changes are part of a later operation. */
    public final Set<Integer> joined() {
        return held.operations(planned.stream().map(PlannedStatement::operation).collect(Collectors.toSet()));
    }

    /** Returns, by operation index, the parts of new and changed tables that the database doesn't support. */
    public final SortedMap<Integer, List<String>> unsupported() {
        return unsupported;
    }

    /** Creates a table with its columns, constraints, indexes and comments. */
    public abstract void createTable(Table table);

    /** Drops a table with everything that belongs to it. */
    public abstract void dropTable(Table table);

    /** Changes tables; one whose name changes is renamed. Foreign keys between them are dropped and created as needed. */
    public abstract void alterTables(List<TableChange> changes);

    /** Creates an index without blocking writes, where the database supports it. */
    public abstract void createIndexConcurrently(Table table, Index index);

    /** Drops an index without blocking writes, where the database supports it. */
    public abstract void dropIndexConcurrently(Table table, Index index);

    /** Adds the check {@code checkName} without checking existing rows, where the database supports it. */
    public void addCheckNotValid(List<TableChange> changes, String checkName) {
        alterTables(changes);
    }

    /** Checks the rows that existed when a constraint was added as not valid, where the database supports it. */
    public void validateConstraint(Table table, String constraintName) {}

    /** Creates an extension, where the database supports extensions. */
    public void createExtension(String name) {}

    /** Drops an extension, where the database supports extensions. */
    public void dropExtension(String name) {}

    /** Creates a collation, where the database supports that. */
    public void createCollation(Collation collation) {}

    /** Drops a collation, where the database supports that. */
    public void dropCollation(Collation collation) {}

    /** Creates a sequence, unless this database needs none for native ids. */
    public final void createSequence(Sequence sequence) {
        if (grammar.has(sequence)) {
            awaitName(sequence);
            grammar.createSequence(sequence).forEach(this::emit);
        }
    }

    /** Sequences and tables share their names. */
    private void awaitName(Sequence sequence) {
        if (held.frees(sequence.name())) {
            releaseHeld();
        }
    }

    /** Changes the start or the increment of a sequence, or moves it to another schema, or whether it exists here. */
    public final void alterSequence(Sequence before, Sequence after) {
        if (!grammar.has(before)) {
            createSequence(after);
        } else if (!grammar.has(after)) {
            dropSequence(before);
        } else {
            change(before, after);
        }
    }

    private void change(Sequence before, Sequence after) {
        Sequence moved = before.schema(after.schema());
        renameSequence(before, moved);
        if (moved.start() != after.start() || moved.increment() != after.increment()) {
            grammar.alterSequence(moved, after).forEach(this::emit);
        }
    }

    /** Renames a sequence or moves it to another schema; it continues with its next number. */
    public final void renameSequence(Sequence before, Sequence after) {
        if (grammar.has(before)) {
            awaitName(after);
            grammar.renameSequence(before, after).forEach(this::emit);
        }
    }

    /** Advances a sequence so that an application that takes its next number gets none that the column has. */
    public final void advanceSequence(Sequence sequence, TableName table, String column) {
        if (grammar.has(sequence)) {
            releaseHeld();
            emit(grammar.advanceSequence(sequence, table, column));
        }
    }

    /**
     * Advances a row of a generator's table so that an application that takes its number gets none that the column has.
     */
    public final void advanceRow(IdGenerator.FromTable generator, Table rows, TableName table, String column) {
        releaseHeld();
        grammar.advanceRow(generator, rows, table, column).forEach(this::emit);
    }

    /** Advances a sequence to the number of what numbered rows before it. */
    public final void advanceSequence(Sequence sequence, NextNumber former) {
        if (grammar.has(sequence)) {
            releaseHeld();
            grammar.advanceSequence(sequence, former).forEach(this::emit);
        }
    }

    /** Advances a row of a generator's table to the number of what numbered rows before it. */
    public final void advanceRow(IdGenerator.FromTable generator, Table rows, NextNumber former) {
        releaseHeld();
        grammar.advanceRow(generator, rows, former).forEach(this::emit);
    }

    /** Returns where the next number of an identity is read, if the database keeps it apart from the rows. */
    public Optional<NextNumber> nextNumber(TableName table, Column column) {
        return grammar.nextNumber(table, column);
    }

    /** Advances an identity to the number of the generator that numbered rows before it. */
    public final void advanceIdentity(TableName table, Column column, NextNumber former) {
        releaseHeld();
        continued(table, column, former).forEach(this::emit);
    }

    /** Returns the statements that do so; none if the database looks at the rows only. */
    protected List<Sql> continued(TableName table, Column column, NextNumber former) {
        return grammar.advanceIdentity(table, column, former);
    }

    /** Drops a sequence. */
    public final void dropSequence(Sequence sequence) {
        if (grammar.has(sequence)) {
            emit(grammar.dropSequence(sequence));
        }
    }

    /** Checks rows, or gives them values in the columns that the operation changes, between changes of tables. */
    public final void changeRows(Sql statement) {
        releaseHeld();
        emit(statement);
        if (statement.role() == Sql.Role.ROWS) {
            guards.valuesChange(planned.size());
            afterUpdate().forEach(this::emit);
        }
    }

    /** Returns the statements that have to follow an update of rows. */
    protected List<Sql> afterUpdate() {
        return List.of();
    }

    /** Runs SQL that the user wrote; each text may hold several statements with semicolons between them. */
    public final void run(List<String> scripts) {
        SqlSyntax syntax = grammar.sqlSyntax();
        releaseHeld();
        guards.anythingHappens(planned.size());
        touched.anythingHappens();
        beforeUserStatements();
        scripts.stream()
                .flatMap(script -> SqlScript.statements(script, syntax).stream())
                .map(Sql::foreign)
                .forEach(this::emit);
    }

    /** Runs code that the user wrote. */
    public final void call(JavaCall call) {
        releaseHeld();
        guards.anythingHappens(planned.size());
        touched.anythingHappens();
        beforeUserStatements();
        emit(call);
    }

    /** Changes rows in batches, by values that the walk computes itself. */
    public final void walk(JavaCall walk) {
        releaseHeld();
        guards.anythingHappens(planned.size());
        emit(walk);
    }

    /** Returns what happens to tables that are there at the beginning, before a user's SQL or code runs. */
    public final List<TableTouch> touches() {
        return touched.all();
    }

    /** Notes a table that the migration creates: it has no rows that could be looked at before the first statement. */
    protected final void noteCreated(TableName table) {
        touched.created(table);
        guards.created(table);
    }

    /** Notes a table that the migration drops: its rows can't be looked at before the first statement. */
    protected final void noteDropped(TableName table) {
        touched.dropped(table);
        guards.dropped(table);
    }

    /** Notes changes of tables. */
    protected final void noteChanged(List<TableChange> changes) {
        touched.changed(changes);
    }

    /** Returns what must run before the migration's transaction begins; complete after the last verb. */
    public List<Sql> beforeTransaction() {
        return List.of();
    }

    /** Returns what must run after the migration's transaction, whether it succeeded or not. */
    public List<Sql> afterTransaction() {
        return List.of();
    }

    /** Notes changes of tables, so that rows that don't suit them are looked for before the first statement. */
    protected final void lookAhead(List<TableChange> changes) {
        guards.changed(operation, changes);
    }

    /** Returns the changes that are held back. */
    protected final HeldChanges held() {
        return held;
    }

    /** Holds back a change of the current operation, joined with the change of its table that is already held. */
    protected final void hold(TableChange change) {
        hold(change, List.of());
    }

    /** Holds back a change of the current operation, with referring tables that don't change themselves. */
    protected final void hold(TableChange change, List<TableChange> referrers) {
        held.hold(new HeldChange(change, referrers, operation, context()));
    }

    /** Makes the held changes. */
    protected final void releaseHeld() {
        List<HeldChange> released = held.release();
        if (!released.isEmpty()) {
            makeHeld(released);
        }
    }

    /** Adds the statements for held changes, one at least, in the order of their operations. */
    protected abstract void makeHeld(List<HeldChange> changes);

    /** Adds statements to the operation that a held change belongs to. */
    protected final void within(HeldChange change, Runnable statements) {
        int presentOperation = operation;
        OperationContext presentContext = context;
        operation = change.operation();
        context = change.context();
        statements.run();
        operation = presentOperation;
        context = presentContext;
    }

    /** Adds the statements at the end of the migration's transaction. */
    protected void endMigration() {}

    /** Called before each statement is added. */
    protected void beforeStatement() {}

    /** Adds what must be done before a user's statements or code. */
    protected void beforeUserStatements() {}

    /** Records what the database doesn't support of a new table. */
    protected final void noteUnsupported(Table table) {
        noteUnsupported(SupportedTable.unsupported(grammar, table));
    }

    /** Records what changes of tables add that the database doesn't support. */
    protected final void noteUnsupported(List<TableChange> changes) {
        for (TableChange change : changes) {
            Set<String> what = SupportedTable.unsupported(grammar, change.after());
            what.removeAll(SupportedTable.unsupported(grammar, change.before()));
            noteUnsupported(what);
        }
    }

    private void noteUnsupported(Set<String> what) {
        if (!what.isEmpty()) {
            unsupported.computeIfAbsent(operation, key -> new ArrayList<>()).addAll(what);
        }
    }

    /** Returns the context of the current operation. */
    protected final OperationContext context() {
        if (context == null) {
            throw new IllegalStateException("No operation has begun.");
        }
        return context;
    }

    /** Adds a statement of the current operation. */
    protected final void emit(String sql) {
        emit(Sql.of(sql));
    }

    /** Adds a statement of the current operation. */
    protected final void emit(Statement statement) {
        beforeStatement();
        planned.add(new PlannedStatement(operation, statement));
    }
}
