package io.kuaka.it.adoption;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.adopt.ChangeLog;
import io.kuaka.command.adopt.OtherHistory;
import io.kuaka.command.adopt.UnadoptableHistoryException;
import io.kuaka.command.liquibase.ChangeLogFile;
import io.kuaka.command.liquibase.LiquibaseChangeLog;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ProjectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Liquibase, asked by Kuaka, would still run on a database that it has made itself. */
class PendingChangeSetsTest {
    private static final String ROOT = "db/log/master.yaml";
    private static final ProjectState ENTITIES = SchemaRun.shop(model("Book")
            .table("book")
            .fields(bigint("id").primaryKey(), varchar("title", 100).nullable()));

    private static final String MASTER = """
            databaseChangeLog:
              - changeSet:
                  id: 1
                  author: anna
                  changes:
                    - createTable:
                        tableName: book
                        columns:
                          - column: {name: id, type: bigint, constraints: {primaryKey: true, nullable: false}}
                          - column: {name: title, type: varchar(100)}
              - include: {file: db/log/more.xml}
              - includeAll: {path: db/log/all}
            """;
    private static final String XML = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="x" author="ben">
                <insert tableName="book"><column name="id" valueNumeric="1"/></insert>
              </changeSet>
              <!--more-->
            </databaseChangeLog>
            """;
    private static final String JSON = """
            {"databaseChangeLog": [
              {"changeSet": {"id": "j", "author": "cora", "changes": [{"sql": {"sql": "delete from book where id = 7"}}]}}
            ]}
            """;
    private static final String SQL = """
            --liquibase formatted sql

            --changeset dora:s
            delete from book where id = 8;
            """;

    @TempDir
    private Path folder;

    private String contexts = "";
    private String labels = "";

    @BeforeEach
    void writesTheChangeLog() throws IOException {
        write(ROOT, MASTER);
        write("db/log/more.xml", XML);
        write("db/log/all/a.json", JSON);
        write("db/log/all/b.sql", SQL);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("classes").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void update(TestDatabase database) throws Exception {
        try (Connection connection = database.connect();
                Liquibase liquibase = new Liquibase(
                        ROOT,
                        new DirectoryResourceAccessor(folder.resolve("classes")),
                        new JdbcConnection(connection))) {
            liquibase.update(new Contexts(contexts), new LabelExpression(labels));
        }
    }

    private AdoptionRun run(TestDatabase database) throws IOException {
        return run(database, ROOT, getClass().getClassLoader());
    }

    private AdoptionRun run(TestDatabase database, String root, ClassLoader loader) throws IOException {
        ChangeLogFile file = new ChangeLogFile(
                root,
                "the test",
                "the contexts of the test",
                List.of(folder.resolve("classes")),
                contexts,
                labels,
                null,
                Map.of("shelf", "books"));
        return new AdoptionRun(database, ENTITIES, Map.of(), folder)
                .with(new LiquibaseChangeLog(loader, ChangeLog.Tables.STANDARD, List.of(file)));
    }

    private OtherHistory look(TestDatabase database) throws IOException {
        return run(database).look().database().histories().get(0);
    }

    private void assertRefused(TestDatabase database, String... messages) throws IOException {
        assertThatThrownBy(run(database)::look)
                .isInstanceOf(UnadoptableHistoryException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    /** All rows of Liquibase's tables. */
    private static List<String> history(TestDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("DATABASECHANGELOG", "DATABASECHANGELOGLOCK")) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select * from " + table + " order by 1, 2, 3")) {
                int columns = found.getMetaData().getColumnCount();
                rows.add(table + " " + columns);
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        row.append(found.getMetaData().getColumnName(i)).append('=');
                        row.append(found.getString(i)).append(' ');
                    }
                    rows.add(row.toString());
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPendingAfterARunAndLookingWritesNothing(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        update(database);
        List<String> before = history(database);

        assertThat(look(database).warnings()).isEmpty();
        assertThat(look(database).describe())
                .isEqualTo("Liquibase's history stands at db/log/all/b.sql::s::dora (4 applied);"
                        + " no change set of db/log/master.yaml is pending. Its tables stay.");
        write("db/log/all/b.sql", SQL + "\n--changeset dora:new\ndelete from book;\n");
        assertRefused(
                database, "Liquibase has pending change sets in db/log/master.yaml: db/log/all/b.sql::new::dora. Run");
        assertThat(history(database)).isEqualTo(before);

        update(database);
        assertThat(look(database).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "db/log/master.yaml; - include; - changeSet: {id: y, author: eve, changes: [{dropTable: {tableName: book}}]}\\n  - include;"
                        + " db/log/master.yaml::y::eve",
                "db/log/more.xml; <!--more-->;"
                        + " <changeSet id='y' author='eve'><dropTable tableName='book'/></changeSet>; db/log/more.xml::y::eve",
                "db/log/all/a.json; {\"databaseChangeLog\": [; {\"databaseChangeLog\": [{\"changeSet\": {\"id\": \"y\", \"author\":"
                        + " \"eve\", \"changes\": [{\"dropTable\": {\"tableName\": \"book\"}}]}},; db/log/all/a.json::y::eve"
            })
    void pendingChangeSetsAreSeenInEachFormat(String path, String old, String text, String name) throws Exception {
        TestDatabase database = Engine.H2.fresh();
        update(database);
        Path file = folder.resolve("classes").resolve(path);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                java.util.regex.Pattern.quote(old),
                                java.util.regex.Matcher.quoteReplacement(text.replace("\\n", "\n"))));

        assertRefused(database, ": " + name + ". Run 'liquibase update' first");
    }

    @Test
    void contextsAndLabelsSayWhatIsMeant() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        String more =
                "\n--changeset dora:test context:test\nselect 1;\n\n--changeset dora:later labels:later\nselect 1;\n";
        contexts = "prod";
        labels = "!later";
        write("db/log/all/b.sql", SQL + more);
        update(database);

        assertThat(look(database).describe())
                .contains(
                        "; no change set of db/log/master.yaml with the contexts \"prod\" with the labels \"!later\" is"
                                + " pending. ");
        contexts = "test";
        assertRefused(
                database,
                " in db/log/master.yaml with the contexts \"test\" with the labels \"!later\": db/log/all/b.sql::test::dora.",
                "If they aren't meant for this database, correct the contexts of the test.");
        contexts = "";
        labels = "";
        assertRefused(database, ": db/log/all/b.sql::test::dora, db/log/all/b.sql::later::dora.");
    }

    /** They would be pending for ever. */
    @Test
    void changeSetsThatRunEachTimeArePendingOnlyUntilTheyHaveRun() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        update(database);
        String more = "\n--changeset dora:each runAlways:true\ndelete from book where id = 9;\n";
        write("db/log/all/b.sql", SQL + more);
        assertRefused(database, ": db/log/all/b.sql::each::dora. Run");

        update(database);
        assertThat(look(database).warnings())
                .containsExactly("Liquibase runs change sets each time (runAlways), and Kuaka won't:"
                        + " db/log/all/b.sql::each::dora. Keep Liquibase for them, or do without.");
        write("db/log/all/b.sql", SQL + more.replace("9", "10"));
        assertRefused(database, ": db/log/all/b.sql::each::dora (changed since it ran). Run");
    }

    @Test
    void changeSetsThatRunOnChangeArePendingWhenTheyHaveChanged() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        String more = "\n--changeset dora:view runOnChange:true\ndelete from book where id = 9;\n";
        write("db/log/all/b.sql", SQL + more);
        update(database);
        assertThat(look(database).warnings()).isEmpty();

        write("db/log/all/b.sql", SQL + more.replace("9", "10"));
        assertRefused(database, ": db/log/all/b.sql::view::dora (changed since it ran). Run");
    }

    @Test
    void changeSetsThatWaitForTheirPreconditionsAreNamedAndDoNotStopTheAdoption() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        String condition = "\n--changeset dora:%s\n--preconditions onFail:%s onError:%s\n"
                + "--precondition-sql-check expectedResult:1 %s\ndelete from book;\n";
        write(
                "db/log/all/b.sql",
                SQL
                        + String.format(condition, "waits", "CONTINUE", "HALT", "select 2")
                        + String.format(condition, "errs", "HALT", "CONTINUE", "select 1 from nowhere"));
        update(database);

        assertThat(look(database).warnings())
                .containsExactly("Liquibase passes over change sets until their preconditions hold, and Kuaka won't run"
                        + " them: db/log/all/b.sql::waits::dora, db/log/all/b.sql::errs::dora.");
        write(
                "db/log/all/b.sql",
                SQL
                        + String.format(condition, "marks", "MARK_RAN", "HALT", "select 2")
                        + String.format(condition, "holds", "CONTINUE", "HALT", "select 1"));
        assertRefused(database, ": db/log/all/b.sql::marks::dora, db/log/all/b.sql::holds::dora. Run");
    }

    @Test
    void changedChangeSetsAreRefusedAsLiquibaseDoes() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        update(database);
        write("db/log/all/b.sql", SQL.replace("id = 8", "id = 9"));

        assertRefused(
                database,
                "Liquibase refuses its change log db/log/master.yaml: Validation Failed:",
                "db/log/all/b.sql::s::dora was: ",
                "until 'liquibase validate' finds nothing, or accept");
    }

    @Test
    void parametersAreThoseOfTheProject() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        update(database);
        write("db/log/all/b.sql", SQL + "\n--changeset dora:${shelf}\nselect 1;\n");

        assertRefused(database, "db/log/all/b.sql::books::dora.");
    }

    @Test
    void theHistoryOfAnotherChangeLogIsSaidToBeOne() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        update(database);
        write("other.sql", "--liquibase formatted sql\n\n--changeset dora:1\nselect 1;\n");

        assertThatThrownBy(run(database, "other.sql", getClass().getClassLoader())::look)
                .hasMessageContaining("change sets in other.sql: other.sql::1::dora. None of its change sets is in the"
                        + " history, so it may be the wrong file. Run");
    }

    @Test
    void whatCannotBeReadIsSaidAndDoesNotStopTheAdoption() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        update(database);
        write("db/log/more.xml", "<databaseChangeLog>");

        assertThat(look(database).warnings()).singleElement().satisfies(each -> assertThat(each)
                .startsWith("Change sets of Liquibase that are pending weren't looked for, because Liquibase failed"
                        + " with the change log db/log/master.yaml: ")
                .contains("more.xml")
                .endsWith(". Run 'liquibase status', and adopt when nothing is pending."));
        assertThat(look(database).describe()).doesNotContain("pending");
        assertThat(warnings(run(database, "gone.yaml", getClass().getClassLoader())))
                .containsExactly("Change sets of Liquibase that are pending weren't looked for, because the change log"
                        + " gone.yaml, named by the test, isn't on the class path or in the project's folder. Run"
                        + " 'liquibase status', and adopt when nothing is pending.");
        assertThat(warnings(run(database, ROOT, ClassLoader.getPlatformClassLoader())))
                .containsExactly(
                        "Change sets of Liquibase that are pending weren't looked for, because liquibase-core"
                                + " isn't among the project's classes. Run 'liquibase status', and adopt when nothing is pending.");
    }

    private static List<String> warnings(AdoptionRun run) {
        return run.look().database().histories().get(0).warnings();
    }
}
