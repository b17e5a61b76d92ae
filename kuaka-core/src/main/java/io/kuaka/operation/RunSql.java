package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.Imports;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL that the user wrote.
 *
 * <p>A text may hold several statements with semicolons between them. Semicolons within texts, comments, dollar quotes and
 * the bodies of triggers and other routines don't count. Where there is no statement, nothing is done.
 *
 * @param sql the statements
 * @param reverseSql the statements that reverse the others; null if they are irreversible, empty if nothing has to be
 *     done
 * @param stateOperations what the SQL changes in the models, for history to know
 * @param isElidable whether the operation may be left out when its migration is squashed
 * @param hints what the operation tells the project's router about itself
 */
public record RunSql(
        List<String> sql,
        @Nullable List<String> reverseSql,
        List<Operation> stateOperations,
        boolean isElidable,
        Map<String, String> hints)
        implements Operation {
    /** The reverse of SQL that needs none. */
    public static final List<String> NOOP = List.of();

    private static final int DETAIL_LENGTH = 60;

    public RunSql {
        sql = List.copyOf(sql);
        reverseSql = reverseSql == null ? null : List.copyOf(reverseSql);
        stateOperations = List.copyOf(stateOperations);
        hints = Map.copyOf(hints);
    }

    /** Runs statements, with the changes of the models that they make. */
    public RunSql(
            List<String> sql, @Nullable List<String> reverseSql, List<Operation> stateOperations, boolean isElidable) {
        this(sql, reverseSql, stateOperations, isElidable, Map.of());
    }

    /** Runs irreversible SQL. */
    public RunSql(String sql) {
        this(List.of(sql), null, List.of(), false);
    }

    /** Runs SQL, and other SQL to reverse it. */
    public RunSql(String sql, String reverseSql) {
        this(List.of(sql), List.of(reverseSql), List.of(), false);
    }

    /**
     * Runs statements, and others to reverse them.
     *
     * @param reverseSql what reverses them; null if they are irreversible
     */
    public RunSql(List<String> sql, @Nullable List<String> reverseSql) {
        this(sql, reverseSql, List.of(), false);
    }

    /**
     * Returns the operation that runs SQL on one kind of database, to be completed for others. It is irreversible there.
     *
     * @param dialect the name of the dialect: {@code postgresql}, {@code mysql}, {@code mariadb}, {@code sqlite} or
     *     {@code h2}
     */
    public static RunSqlByDialect on(String dialect, String sql) {
        return new RunSqlByDialect(dialect, new RunSql(sql));
    }

    /** Returns the operation that runs SQL on one kind of database, and other SQL to reverse it. */
    public static RunSqlByDialect on(String dialect, String sql, String reverseSql) {
        return new RunSqlByDialect(dialect, new RunSql(sql, reverseSql));
    }

    /**
     * Returns the operation that runs statements on one kind of database, to be completed for others.
     *
     * @param reverseSql what reverses them; null if they are irreversible
     */
    public static RunSqlByDialect on(String dialect, List<String> sql, @Nullable List<String> reverseSql) {
        return new RunSqlByDialect(dialect, new RunSql(sql, reverseSql));
    }

    /** Returns this operation with the changes of the models that its SQL makes. */
    public RunSql withStateOperations(Operation... operations) {
        return new RunSql(sql, reverseSql, List.of(operations), isElidable, hints);
    }

    /** Returns this operation as one that may be left out when its migration is squashed. */
    public RunSql elidable() {
        return new RunSql(sql, reverseSql, stateOperations, true, hints);
    }

    /** Returns this operation with what it tells the project's router about itself. */
    public RunSql withHints(Map<String, String> newHints) {
        return new RunSql(sql, reverseSql, stateOperations, isElidable, newHints);
    }

    /** What changes the models must stay, even if the SQL may be left out. */
    @Override
    public boolean isElidable() {
        return isElidable && stateOperations.isEmpty();
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        return SeparateDatabaseAndState.applyAll(app, before, stateOperations);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.run(sql);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        if (reverseSql == null) {
            throw new IrreversibleOperationException(
                    describe(), "it has no reverse SQL. Pass one to RunSql, or use --fake.");
        }
        return new RunSql(
                reverseSql, sql, SeparateDatabaseAndState.inverseAll(app, before, stateOperations), isElidable, hints);
    }

    @Override
    public String describe() {
        return "Run SQL";
    }

    @Override
    public String detail() {
        String text = String.join("; ", sql).replaceAll("\\s+", " ").strip();
        return text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH - 1) + "…";
    }

    @Override
    public String nameFragment() {
        return "";
    }

    @Override
    public Category category() {
        return Category.SQL;
    }

    /** Neither the reverse nor whether it may be left out changes what was done to a database that has it. */
    @Override
    public String form() {
        String statements = JavaSource.listOf(Literals.strings(sql)).flat(new Imports());
        return "new RunSql(" + statements
                + (stateOperations.isEmpty() ? "" : ", " + SeparateDatabaseAndState.forms(stateOperations)) + ")";
    }

    @Override
    public JavaSource toSource() {
        List<JavaSource> arguments = new ArrayList<>();
        arguments.add(JavaSource.listOf(Literals.strings(sql)));
        arguments.add(reverseSql == null ? JavaSource.code("null") : JavaSource.listOf(Literals.strings(reverseSql)));
        arguments.add(JavaSource.listOf(
                stateOperations.stream().map(Operation::toSource).toList()));
        arguments.add(Literals.of(isElidable));
        JavaSource source = JavaSource.construct(RunSql.class, arguments);
        return hints.isEmpty() ? source : source.call("withHints", Literals.map(hints));
    }

    List<JavaSource> argumentsAfter(String dialect) {
        return Stream.concat(Stream.of(Literals.string(dialect)), arguments().stream())
                .toList();
    }

    /** The statements and their reverse, in the shortest form. */
    List<JavaSource> arguments() {
        if (sql.size() == 1 && reverseSql == null) {
            return List.of(Literals.string(sql.get(0)));
        }
        if (sql.size() == 1 && reverseSql != null && reverseSql.size() == 1) {
            return List.of(Literals.string(sql.get(0)), Literals.string(reverseSql.get(0)));
        }
        return List.of(
                JavaSource.listOf(Literals.strings(sql)),
                reverseSql == null ? JavaSource.code("null") : JavaSource.listOf(Literals.strings(reverseSql)));
    }

    /** Appends what isn't the SQL itself. */
    JavaSource appendShared(JavaSource source) {
        JavaSource result = source;
        if (!stateOperations.isEmpty()) {
            result = result.call(
                    "withStateOperations",
                    stateOperations.stream().map(Operation::toSource).toList());
        }
        result = hints.isEmpty() ? result : result.call("withHints", Literals.map(hints));
        return isElidable ? result.call("elidable") : result;
    }
}
