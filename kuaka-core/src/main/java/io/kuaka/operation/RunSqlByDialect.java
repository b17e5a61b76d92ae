package io.kuaka.operation;

import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ProjectState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL that the user wrote for each kind of database; made by {@link RunSql#on}.
 *
 * <p>The models change in the same way everywhere. On a database for which there is no SQL, the whole run is refused
 * before its first statement.
 *
 * @param variants what is run, by the name of the dialect, as in {@code postgresql}
 * @param otherwise what is run on all other databases; null if there is nothing for them
 * @param shared what is true of all variants: the changes of the models, the hints, and whether it may be left out
 */
public record RunSqlByDialect(
        Map<String, RunSql> variants, @Nullable RunSql otherwise, RunSql shared) implements Operation {
    private static final RunSql NOTHING = new RunSql(RunSql.NOOP, RunSql.NOOP);

    public RunSqlByDialect {
        variants.keySet().forEach(Dialects::named);
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    }

    RunSqlByDialect(String dialect, RunSql sql) {
        this(Map.of(dialect, sql), null, NOTHING);
    }

    /** Returns this operation with irreversible SQL for another kind of database. */
    public RunSqlByDialect orOn(String dialect, String sql) {
        return orOn(dialect, new RunSql(sql));
    }

    /** Returns this operation with SQL for another kind of database, and other SQL that reverses it. */
    public RunSqlByDialect orOn(String dialect, String sql, String reverseSql) {
        return orOn(dialect, new RunSql(sql, reverseSql));
    }

    /**
     * Returns this operation with statements for another kind of database.
     *
     * @param reverseSql what reverses them; null if they are irreversible
     */
    public RunSqlByDialect orOn(String dialect, List<String> sql, @Nullable List<String> reverseSql) {
        return orOn(dialect, new RunSql(sql, reverseSql));
    }

    private RunSqlByDialect orOn(String dialect, RunSql sql) {
        Map<String, RunSql> more = new LinkedHashMap<>(variants);
        if (more.put(dialect, sql) != null) {
            throw new IllegalArgumentException("There is SQL for \"" + dialect + "\" already.");
        }
        return new RunSqlByDialect(more, otherwise, shared);
    }

    /** Returns this operation with irreversible SQL for all other databases. */
    public RunSqlByDialect otherwise(String sql) {
        return new RunSqlByDialect(variants, new RunSql(sql), shared);
    }

    /** Returns this operation with SQL for all other databases, and other SQL that reverses it. */
    public RunSqlByDialect otherwise(String sql, String reverseSql) {
        return new RunSqlByDialect(variants, new RunSql(sql, reverseSql), shared);
    }

    /**
     * Returns this operation with statements for all other databases.
     *
     * @param reverseSql what reverses them; null if they are irreversible
     */
    public RunSqlByDialect otherwise(List<String> sql, @Nullable List<String> reverseSql) {
        return new RunSqlByDialect(variants, new RunSql(sql, reverseSql), shared);
    }

    /** Returns this operation as one that does nothing on all other databases. */
    public RunSqlByDialect otherwiseNothing() {
        return new RunSqlByDialect(variants, NOTHING, shared);
    }

    /** Returns this operation with the changes of the models that its SQL makes on each database. */
    public RunSqlByDialect withStateOperations(Operation... operations) {
        return new RunSqlByDialect(variants, otherwise, shared.withStateOperations(operations));
    }

    /** Returns this operation with what it tells the project's router about itself. */
    public RunSqlByDialect withHints(Map<String, String> newHints) {
        return new RunSqlByDialect(variants, otherwise, shared.withHints(newHints));
    }

    /** Returns this operation as one that may be left out when its migration is squashed. */
    public RunSqlByDialect elidable() {
        return new RunSqlByDialect(variants, otherwise, shared.elidable());
    }

    @Override
    public boolean isElidable() {
        return shared.isElidable();
    }

    @Override
    public Map<String, String> hints() {
        return shared.hints();
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        return shared.apply(app, before);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        String dialect = context.dialect().name();
        RunSql sql = variants.getOrDefault(dialect, otherwise);
        if (sql == null) {
            throw new MissingVariantException(dialect, variants.keySet());
        }
        sql.execute(editor, context);
    }

    /** It is reversible if it is on all databases. */
    @Override
    public Operation inverse(String app, ProjectState before) {
        Map<String, RunSql> inverses = new LinkedHashMap<>();
        variants.forEach((dialect, sql) -> inverses.put(dialect, inverse(sql, "for " + dialect)));
        RunSql otherwiseBack = otherwise == null ? null : inverse(otherwise, "for other databases");
        return new RunSqlByDialect(inverses, otherwiseBack, (RunSql) shared.inverse(app, before));
    }

    private RunSql inverse(RunSql sql, String what) {
        if (sql.reverseSql() == null) {
            throw new IrreversibleOperationException(
                    describe(), "it has no reverse SQL " + what + ". Pass one, or use --fake.");
        }
        return new RunSql(sql.reverseSql(), sql.sql());
    }

    @Override
    public String describe() {
        return "Run SQL";
    }

    @Override
    public String detail() {
        return "on " + String.join(", ", variants.keySet());
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
        String ofVariants = variants.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue().form())
                .collect(Collectors.joining(", "));
        return "RunSql.on(" + ofVariants + (otherwise == null ? "" : ", otherwise: " + otherwise.form())
                + (shared.stateOperations().isEmpty()
                        ? ""
                        : ", " + SeparateDatabaseAndState.forms(shared.stateOperations()))
                + ")";
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = null;
        for (Map.Entry<String, RunSql> each : variants.entrySet()) {
            List<JavaSource> arguments = each.getValue().argumentsAfter(each.getKey());
            source = source == null
                    ? JavaSource.memberCall(RunSql.class, "on", arguments.toArray(JavaSource[]::new))
                    : source.call("orOn", arguments);
        }
        UnaryOperator<JavaSource> rest = otherwise == null
                ? UnaryOperator.identity()
                : chain -> otherwise.equals(NOTHING)
                        ? chain.call("otherwiseNothing")
                        : chain.call("otherwise", otherwise.arguments());
        return shared.appendShared(rest.apply(Objects.requireNonNull(source)));
    }
}
