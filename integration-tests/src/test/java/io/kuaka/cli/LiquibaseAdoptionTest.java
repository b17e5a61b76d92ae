package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kuaka adopt} finds the change log as the project's own settings name it. */
class LiquibaseAdoptionTest {
    private static final String LOG = """
            --liquibase formatted sql

            --changeset anna:1
            create table book (id bigint not null primary key);
            """;
    private static final String PENDING = LOG + "\n--changeset ben:2 context:prod\ndelete from book;\n";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Shop shop;

    @BeforeEach
    void makesTheProject() throws Exception {
        database = Engine.POSTGRESQL.fresh();
        shop = Shop.inside(folder);
        shop.entity("catalog", "Book", "", "@Id Long id;");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** As an application or Liquibase's command line does. */
    private void update(String root, String path) throws Exception {
        update(root, path, null, "DATABASECHANGELOG");
    }

    private void update(String root, String path, String schema, String table) throws Exception {
        try (Connection connection = database.connect()) {
            Database found =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            found.setLiquibaseSchemaName(schema);
            found.setDatabaseChangeLogTableName(table);
            Liquibase liquibase = new Liquibase(path, new DirectoryResourceAccessor(folder.resolve(root)), found);
            Scope.child(
                    GlobalConfiguration.DUPLICATE_FILE_MODE.getKey(),
                    "WARN",
                    () -> liquibase.update(new Contexts("none")));
        }
    }

    private String adopt(String... more) throws IOException {
        int before = shop.transcript().length();
        String[] arguments = {
            "adopt", "--dry-run", "--url", database.url(), "--user", database.user(), "--password", database.password()
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        shop.run(all);
        return shop.transcript().substring(before);
    }

    @Test
    void theChangeLogOfSpringBootIsInItsUsualPlace() throws Exception {
        String yaml = "databaseChangeLog:\n  - include: {file: db/changelog/books.sql}\n";
        write("target/classes/db/changelog/db.changelog-master.yaml", yaml);
        write("target/classes/db/changelog/books.sql", LOG);
        update("target/classes", "db/changelog/db.changelog-master.yaml");
        assertThat(adopt())
                .contains("Liquibase's history stands at db/changelog/books.sql::1::anna (1 applied);"
                        + " no change set of db/changelog/db.changelog-master.yaml is pending. Its tables stay.")
                .doesNotContain("Warning", "INFO")
                .contains("[exit 0]");

        write("target/classes/db/changelog/books.sql", PENDING);
        assertThat(adopt())
                .contains("Error: The database can't be adopted yet. Liquibase has pending change sets in"
                        + " db/changelog/db.changelog-master.yaml: db/changelog/books.sql::2::ben. Run 'liquibase"
                        + " update' first. If they aren't meant for this database, correct"
                        + " spring.liquibase.contexts or spring.liquibase.label-filter.")
                .contains("[exit 1]");
        write("target/classes/application.yml", "spring:\n  liquibase:\n    contexts:\n      - test\n      - dev\n");
        assertThat(adopt())
                .contains("no change set of db/changelog/db.changelog-master.yaml with the contexts \"test,dev\" is"
                        + " pending.");
    }

    @Test
    void springsSettingsNameTheChangeLogAndItsTables() throws Exception {
        database.execute("create schema tools");
        write("target/classes/old/books.sql", LOG);
        write("target/classes/application.properties", """
                spring.liquibase.change-log=classpath:/${place}/books.sql
                spring.liquibase.liquibase-schema=tools
                spring.liquibase.databaseChangeLogTable=HISTORY_OF_BOOKS
                place=old
                """);
        update("target/classes", "old/books.sql", "tools", "HISTORY_OF_BOOKS");
        assertThat(adopt())
                .contains("Liquibase's history stands at old/books.sql::1::anna (1 applied);"
                        + " no change set of old/books.sql is pending.");

        write("target/classes/old/books.sql", PENDING);
        assertThat(adopt()).contains("pending change sets in old/books.sql: old/books.sql::2::ben.");
        write("target/classes/application-staging.properties", "spring.liquibase.contexts=staging");
        assertThat(adopt("--profile", "staging"))
                .contains("with the contexts \"staging\" is pending. Its tables stay.");
        Files.delete(folder.resolve("target/classes/old/books.sql"));
        assertThat(adopt())
                .contains(
                        "Warning: Change sets of Liquibase that are pending weren't looked for, because the change log"
                                + " old/books.sql, named by spring.liquibase.change-log, isn't on the class path. Run 'liquibase"
                                + " status', and adopt when nothing is pending.");
    }

    @Test
    void quarkusNamesItsOwn() throws Exception {
        write("target/classes/db/books.sql", LOG);
        write(
                "target/classes/application.properties",
                "quarkus.liquibase.change-log=db/books.sql\n%prod.quarkus.liquibase.contexts=prod\n");
        update("target/classes", "db/books.sql");
        write("target/classes/db/books.sql", PENDING.replace("context:prod", "context:!prod"));
        assertThat(adopt()).contains("pending change sets in db/books.sql: db/books.sql::2::ben.");
        assertThat(adopt("--profile", "prod")).contains("with the contexts \"prod\" is pending. Its tables stay.");
    }

    @Test
    void thePropertiesOfLiquibaseNameAFileInTheProject() throws Exception {
        write("src/main/resources/log/books.sql", LOG);
        write("liquibase.properties", """
                changelog-file: src/main/resources/log/books.sql
                liquibase.command.labelFilter: !later
                url: ${NOT_SET}
                """);
        update(".", "src/main/resources/log/books.sql");
        assertThat(adopt())
                .contains("no change set of src/main/resources/log/books.sql with the labels \"!later\" is pending.");

        write("src/main/resources/log/books.sql", PENDING);
        assertThat(adopt())
                .contains("::2::ben. Run 'liquibase update' first. If they aren't meant for this database, correct"
                        + " contexts or labels in liquibase.properties.");
    }

    /** The same file has other change sets under another name, and none of them would have run. */
    @Test
    void theHistoryDecidesWhereTheCommandLineAndTheApplicationNameTheChangeLogDifferently() throws Exception {
        write("liquibase.properties", "changeLogFile=src/main/resources/db/books.sql");
        write("src/main/resources/db/books.sql", LOG);
        write("target/classes/db/books.sql", LOG);
        write("target/classes/application.properties", "spring.liquibase.change-log=db/books.sql");
        update(".", "src/main/resources/db/books.sql");
        assertThat(adopt()).contains("no change set of src/main/resources/db/books.sql is pending.");

        database.execute("drop table book", "drop table databasechangelog");
        update("target/classes", "db/books.sql");
        assertThat(adopt()).contains("no change set of db/books.sql is pending.");
    }

    @Test
    void withoutAChangeLogItIsSaidThatNobodyLooked() throws Exception {
        write("target/classes/db/books.sql", LOG);
        update("target/classes", "db/books.sql");

        assertThat(adopt())
                .contains("Liquibase's history stands at db/books.sql::1::anna (1 applied). Its tables stay.\n"
                        + "Warning: Change sets of Liquibase that are pending weren't looked for, because no change log is"
                        + " named by spring.liquibase.change-log, quarkus.liquibase.change-log or changeLogFile in"
                        + " liquibase.properties, and the usual ones aren't on the class path. Run 'liquibase status', and"
                        + " adopt when nothing is pending.\n")
                .contains("[exit 0]");
        write("kuaka.properties", "databases.books.url=" + database.url() + "&user=" + database.user());
        assertThat(adopt("--database", "books"))
                .contains("because the settings don't say which change log belongs to the database \"books\". Run");
    }
}
