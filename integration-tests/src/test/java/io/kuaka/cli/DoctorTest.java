package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String ID = "@Id Long id;";

    @TempDir
    Path folder;

    /** Only tables with the names after all migrations were looked at. */
    @Test
    void privilegesAreThoseOnTablesThatPendingMigrationsRenameAndDropAsWell() throws IOException, SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        String reader = "reader_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Shop shop = Shop.inside(folder);
        shop.entity("catalog", "Book", "", ID);
        shop.entity("catalog", "Note", "", ID);
        shop.entity("catalog", "Shelf", "", ID);
        shop.run("makemigrations");
        shop.run("migrate", "--url", database.url(), "--user", database.user(), "--password", database.password());
        shop.entity("catalog", "Book", "@Table(name = \"volume\") ", ID);
        Files.delete(folder.resolve("src/main/java/shop/catalog/Note.java"));
        Files.delete(folder.resolve("target/classes/shop/catalog/Note.class"));
        shop.run("makemigrations");
        database.execute(
                "create role " + reader + " login",
                "grant create on schema public to " + reader,
                "alter table shelf owner to " + reader,
                "create table of_others (id bigint)");
        for (String table : new String[] {"kuaka_migrations", "kuaka_lock", "kuaka_journal"}) {
            database.execute("alter table if exists " + table + " owner to " + reader);
        }

        shop.run("doctor", "--url", database.url(), "--user", reader, "--password", "");

        assertThat(shop.transcript())
                .contains(
                        "\"" + reader + "\" lacks ownership of table \"book\", ownership of table \"note\". Grant it");
    }

    @Test
    void aDatabaseFileThatIsMissingIsNotCreated() throws IOException {
        Shop shop = Shop.inside(folder);
        shop.entity("catalog", "Book", "", ID);

        shop.run("doctor");
        shop.run("doctor", "--url", "jdbc:h2:" + folder.resolve("made/shop"));

        assertThat(shop.transcript()).contains("\"…/shop.db\" doesn't exist yet", "\"…/made\" doesn't exist yet");
        assertThat(folder.resolve("shop.db")).doesNotExist();
        assertThat(folder.resolve("made")).doesNotExist();
    }
}
