package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.grammar.SupportedTable;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.Collation;
import io.kuaka.schema.table.Table;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The verbs in which operations change a database, and the steps that each verb takes on it.
 *
 * <p>An editor turns verbs into statements for one migration and never touches a connection. It may hold a change back
 * in order to join it with the next one; {@link #finish} gives out what is left. How a statement is spelled is the
 * business of {@link SqlGrammar}. Not thread-safe.
 */
public abstract class SchemaEditor {
    private final List<PlannedStatement> planned = new ArrayList<>();
    private final SortedMap<Integer, List<String>> unsupported = new TreeMap<>();
    private int operation;
    private @Nullable OperationContext step;

    /** Says which operation of the migration the next verbs belong to, from 0, and the states on both sides of it. */
    public final void begin(int operationIndex, OperationContext newStep) {
        operation = operationIndex;
        step = newStep;
    }

    /** Makes a change that was held back, as part of the operation that it belongs to. */
    protected final void asPartOf(int operationIndex, OperationContext itsStep, Runnable change) {
        int present = operation;
        OperationContext presentStep = step;
        begin(operationIndex, itsStep);
        change.run();
        operation = present;
        step = presentStep;
    }

    /** Returns all statements of the migration, in order. */
    public final List<PlannedStatement> finish() {
        flush();
        close();
        return List.copyOf(planned);
    }

    /** Returns what the database can't have of the tables that were made or changed, by the places of operations. */
    public final SortedMap<Integer, List<String>> unsupported() {
        return unsupported;
    }

    /** Makes a table with its columns, constraints, indexes and comments. */
    public abstract void createTable(Table table);

    /** Drops a table with all that belongs to it. */
    public abstract void dropTable(Table table);

    /** Changes tables; one whose name changes is renamed. Foreign keys between them are dropped and made as needed. */
    public abstract void alterTables(List<TableChange> changes);

    /** Makes an index without keeping others from writing, where the database can. */
    public abstract void createIndexConcurrently(Table table, Index index);

    /** Drops an index without keeping others from writing, where the database can. */
    public abstract void dropIndexConcurrently(Table table, Index index);

    /** Adds the check {@code checkName} without looking at the rows that are there, where the database can. */
    public void addCheckNotValid(List<TableChange> changes, String checkName) {
        alterTables(changes);
    }

    /** Looks at the rows that a constraint was added without looking at, where the database knows such. */
    public void validateConstraint(Table table, String constraintName) {}

    /** Makes an extension available, where the database has such. */
    public void createExtension(String name) {}

    /** Removes an extension, where the database has such. */
    public void dropExtension(String name) {}

    /** Makes a collation, where the database has such. */
    public void createCollation(Collation collation) {}

    /** Drops a collation, where the database has such. */
    public void dropCollation(Collation collation) {}

    /** Makes a sequence. */
    public void createSequence(Sequence sequence) {
        grammar().createSequence(sequence).forEach(this::emit);
    }

    /** Changes the start or the increment of a sequence, or moves it to another schema. */
    public void alterSequence(Sequence before, Sequence after) {
        Sequence moved = before.schema(after.schema());
        renameSequence(before, moved);
        if (!moved.equals(after)) {
            grammar().alterSequence(moved, after).forEach(this::emit);
        }
    }

    /** Gives a sequence another name or schema; it goes on with its next number. */
    public void renameSequence(Sequence before, Sequence after) {
        grammar().renameSequence(before, after).forEach(this::emit);
    }

    /** Drops a sequence. */
    public void dropSequence(Sequence sequence) {
        emit(grammar().dropSequence(sequence));
    }

    /** Runs SQL that the user wrote; each text may hold several statements with semicolons between them. */
    public final void run(List<String> scripts) {
        boolean backslashes = grammar().supports(Feature.BACKSLASH_ESCAPES);
        flush();
        beforeUserStatements();
        scripts.stream()
                .flatMap(script -> SqlScript.statements(script, backslashes).stream())
                .map(Sql::foreign)
                .forEach(this::emit);
    }

    /** Runs code that the user wrote. */
    public final void call(JavaCall call) {
        flush();
        beforeUserStatements();
        emit(call);
    }

    /** Returns how the database spells. */
    public abstract SqlGrammar grammar();

    /** Returns what has to be run before the migration's transaction begins; known once all verbs were said. */
    public List<Sql> beforeTransaction() {
        return List.of();
    }

    /** Returns what has to be run after the migration's transaction, whether it ended well or not. */
    public List<Sql> afterTransaction() {
        return List.of();
    }

    /** Gives out what was held back. */
    protected void flush() {}

    /** Adds what has to be done at the end of the migration's transaction. */
    protected void close() {}

    /** Gives out clauses that were held back within an operation; called before each statement. */
    protected void beforeStatement() {}

    /** Adds what has to be done before statements or code of the user's. */
    protected void beforeUserStatements() {}

    /** Notes what the database can't have of a new table. */
    protected final void noteUnsupported(Table table) {
        noteUnsupported(SupportedTable.unsupported(grammar(), table));
    }

    /** Notes what comes with changes of tables and what the database can't have. */
    protected final void noteUnsupported(List<TableChange> changes) {
        for (TableChange change : changes) {
            Set<String> what = SupportedTable.unsupported(grammar(), change.after());
            what.removeAll(SupportedTable.unsupported(grammar(), change.before()));
            noteUnsupported(what);
        }
    }

    private void noteUnsupported(Set<String> what) {
        if (!what.isEmpty()) {
            unsupported.computeIfAbsent(operation, key -> new ArrayList<>()).addAll(what);
        }
    }

    /** Returns the states on both sides of the present operation. */
    protected final OperationContext step() {
        if (step == null) {
            throw new IllegalStateException("An editor has to be told which operation begins.");
        }
        return step;
    }

    /** Adds a statement of the present operation. */
    protected final void emit(String sql) {
        emit(Sql.of(sql));
    }

    /** Adds a statement of the present operation. */
    protected final void emit(Statement statement) {
        emit(operation, statement);
    }

    /** Adds a statement of another operation, for a change that was held back. */
    protected final void emit(int operationIndex, Statement statement) {
        beforeStatement();
        planned.add(new PlannedStatement(operationIndex, statement));
    }

    /** Returns the place of the present operation in its migration, from 0. */
    protected final int operation() {
        return operation;
    }
}
