package io.kuaka.cli;

import static io.kuaka.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the page on Liquibase says, with a database that Liquibase makes. */
class LiquibasePageTest {
    private static final Pattern COMMAND =
            Pattern.compile("^```\\n(\\$ kuaka [^\\n]*\\n.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String MASTER = "db/changelog/db.changelog-master.yaml";
    private static final String LOG = """
            databaseChangeLog:
              - changeSet:
                  id: 1
                  author: anna
                  changes:
                    - createTable:
                        tableName: Book
                        columns:
                          - column: {name: id, type: bigint, constraints: {primaryKey: true, nullable: false}}
                          - column: {name: title, type: varchar(100), constraints: {nullable: false}}
              - changeSet:
                  id: 2
                  author: ben
                  changes:
                    - createIndex: {indexName: old_title_idx, tableName: Book, columns: [{column: {name: title}}]}
            """;
    private static final String LATER = LOG + """
              - changeSet:
                  id: 3
                  author: cora
                  changes:
                    - sql: {sql: "delete from Book where title = ''"}
            """;

    @TempDir
    private Path folder;

    @Test
    void adoptsWhatLiquibaseMadeOnceNothingIsPending() throws Exception {
        Shop shop = Shop.inside(folder);
        shop.entity("catalog", "Book", "", "@Id Long id;\n@Column(nullable = false, length = 100) String title;");
        Files.createDirectories(folder.resolve("target/classes/db/changelog"));
        shop.write("target/classes/" + MASTER, "databaseChangeLog:\n  - include: {file: db/changelog/books.yaml}\n");
        shop.write("target/classes/db/changelog/books.yaml", LOG);
        update();
        shop.write("target/classes/db/changelog/books.yaml", LATER);

        shop.run("adopt");
        update();
        execute("update databasechangeloglock set locked = 1, lockedby = 'build-7 (10.0.0.7)'");
        shop.run("adopt");
        execute("update databasechangeloglock set locked = 0, lockedby = null");
        shop.run("adopt", "--keep");
        shop.write(
                "kuaka.properties", "drift.ignore = book.old_title_idx always because it was there at the adoption\n");
        shop.run("drift");
        shop.run("makemigrations", "--check");

        assertGolden("transcripts/from_liquibase.txt", shop.transcript());
        assertThat(commandsOfThePage()).hasSize(4).allSatisfy(command -> assertThat(shop.transcript())
                .contains(command));
    }

    private static List<String> commandsOfThePage() throws IOException {
        return COMMAND.matcher(Files.readString(Path.of("..", "docs", "from-liquibase.md")))
                .results()
                .map((MatchResult command) -> command.group(1))
                .toList();
    }

    private void update() throws Exception {
        try (Connection connection = connect();
                Liquibase liquibase = new Liquibase(
                        MASTER,
                        new DirectoryResourceAccessor(folder.resolve("target/classes")),
                        new JdbcConnection(connection))) {
            liquibase.update(new Contexts());
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
    }
}
