package io.kuaka.dialect.h2;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.LocalProcess;
import io.kuaka.schema.MemoryScratch;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.NamedPart;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.session.Statistics;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.Views;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** H2. Each schema change commits at once, together with what the transaction did before. */
public final class H2Dialect implements Dialect {
    private static final H2SqlGrammar GRAMMAR = new H2SqlGrammar(Features.of(
            Feature.CHANGES_IN_PLACE,
            Feature.SEQUENCES,
            Feature.NATIVE_IDENTITIES,
            Feature.COMMENTS,
            Feature.COLUMNS_OF_ONE_NAME,
            Feature.COMMENT_STATEMENTS,
            Feature.IDENTITY_CHANGES_UNDER_FOREIGN_KEYS,
            Feature.NULLS_NOT_DISTINCT,
            Feature.COLUMN_CHANGES_UNDER_INDEXES,
            Feature.COLUMN_RENAMES_UNDER_FOREIGN_KEYS,
            Feature.ON_DELETE_SET_DEFAULT,
            Feature.SELF_REFERENCE_DELETES,
            Feature.EXPRESSIONS_FOLLOW_RENAMES));
    private static final H2TypeConversion CONVERSION = new H2TypeConversion(GRAMMAR);

    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?((?:~|\\.{0,2})[/\\\\][^;]+)(?:;.*)?");

    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private static final String WRITE_DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY' and exists"
                    + " (select 1 from information_schema.users where user_name = current_user and is_admin)";

    private static final Set<Integer> PASSING = Set.of(50200, 90131, 40001);

    @Override
    public String name() {
        return "h2";
    }

    /** The driver refuses a path that doesn't say where it starts, and knows the home folder by a tilde. */
    @Override
    public Optional<String> file(String jdbcUrl) {
        Matcher file = FILE.matcher(jdbcUrl);
        return file.matches()
                ? Optional.of(
                        file.group(1).replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")))
                                + ".mv.db")
                : Optional.empty();
    }

    @Override
    public SqlGrammar grammar() {
        return GRAMMAR;
    }

    /** See H2's page "Error Codes": 42101, 42111, 90035 and 90045. */
    @Override
    public Set<Set<NamedPart>> namespaces() {
        return Set.of(
                Set.of(NamedPart.TABLE),
                Set.of(NamedPart.SEQUENCE),
                Set.of(NamedPart.INDEX),
                Set.of(NamedPart.PRIMARY_KEY, NamedPart.UNIQUE, NamedPart.CHECK, NamedPart.FOREIGN_KEY));
    }

    @Override
    public JdbcValues values() {
        return new H2JdbcValues();
    }

    @Override
    public SchemaEditor editor() {
        return new H2SchemaEditor(CONVERSION);
    }

    @Override
    public Introspector introspector() {
        return new H2Introspector(GRAMMAR);
    }

    @Override
    public Scratch scratch() {
        return new MemoryScratch(H2Scratch::like);
    }

    @Override
    public Sessions sessions() {
        return new LocalProcess();
    }

    /** The setting is that of the whole database, and needs the rights of an administrator. */
    @Override
    public List<Sql> settings(Connection connection) throws SQLException {
        List<Sql> settings = new ArrayList<>();
        if (!connection.getMetaData().getURL().startsWith(IN_MEMORY)) {
            CatalogQuery.of(WRITE_DELAY).forEach(connection, row -> settings.add(writeDelay(row.getString(1))));
        }
        return settings;
    }

    /**
     * By default, commits reach the disk half a second later, and of what wasn't written when a process is killed some may
     * be there and some not, parts of transactions included. Without a delay nothing is lost.
     */
    @Override
    public List<Sql> settingsOfRun(Connection connection, List<String> ownTables) throws SQLException {
        return settings(connection).isEmpty() ? List.of() : List.of(writeDelay("0"));
    }

    private static Sql writeDelay(String millis) {
        return Sql.setting("set write_delay " + millis);
    }

    /** They can be switched off for the whole database, or for a table. */
    @Override
    public boolean checksForeignKeys(Connection connection) throws SQLException {
        return CatalogQuery.of("select 1 where not exists (select 1 from information_schema.table_constraints"
                        + " where constraint_type = 'FOREIGN KEY' and enforced = 'NO')")
                .hasRows(connection);
    }

    @Override
    public Statistics statistics() {
        return Statistics.queried("select table_name, row_count_estimate, null from information_schema.tables"
                + " where table_type = 'BASE TABLE' and row_count_estimate > 0"
                + " and table_schema = coalesce(nullif(?, ''), current_schema)");
    }

    /** They follow no renames, and some changes are refused as long as they are there. */
    @Override
    public Views views() {
        return Views.written(
                "select 'view', table_name, '', view_definition from information_schema.views"
                        + " where table_schema <> 'INFORMATION_SCHEMA' order by table_name",
                SqlSyntax.STANDARD,
                EnumSet.of(TableTouch.Kind.DROPPED, TableTouch.Kind.RENAMED));
    }

    /** H2's error codes LOCK_TIMEOUT_1, CONCURRENT_UPDATE_1 and DEADLOCK_1. */
    @Override
    public boolean isPassing(SQLException failure) {
        return PASSING.contains(failure.getErrorCode());
    }

    /** The error code SCHEMA_NOT_FOUND_1. */
    @Override
    public boolean missesSchema(SQLException failure) {
        return "90079".equals(failure.getSQLState());
    }

    /** H2 has no code for it, and quotes the operating system: Linux and macOS, or Windows. */
    @Override
    public boolean isFull(SQLException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("No space left on device")
                        || message.contains("There is not enough space on the disk"));
    }

    /** The driver repeats the statement, which is reported anyway, and names its temporary copies of tables. */
    @Override
    public String reason(SQLException refusal) {
        String message = Dialect.super.reason(refusal);
        int end = message.indexOf("; SQL statement:");
        return (end < 0 ? message : message.substring(0, end)).replaceAll("_COPY_\\d+_\\d+", "");
    }
}
