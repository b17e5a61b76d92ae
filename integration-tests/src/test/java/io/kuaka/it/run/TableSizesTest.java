package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.adopt.Adopt;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.RecordingConnection;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.schema.Dialects;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What those who adopt a large database learn before they wait for anything. */
@Tag("slow")
class TableSizesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void sizesAreKnownBeforeAnyTableOrItsColumnsAreRead(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(OldShop.scripts(engine).toArray(String[]::new));
        database.execute("drop view expensive", "drop table edition");
        analyze(database);
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(engine), Map.of(), folder);
        RecordingConnection connection = new RecordingConnection(database.connect());
        Adopt.Options options = new Adopt.Options(new TreeSet<>(), false, false, false, true);

        Adopt.Look look = run.command(connection::asConnection).look(options);

        assertThat(look.tables())
                .extracting(table -> table.name().toLowerCase(Locale.ROOT))
                .containsExactly("author", "book", "book_category", "category", "review");
        assertThat(look.tables().get(0).rows()).hasValue(1);
        List<String> statements = connection.takeStatements().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(statements)
                .isNotEmpty()
                .noneMatch(sql -> sql.matches("(?s).*(pg_attribute|columns|table_x?info).*"));
        assertThat(statements).noneMatch(sql -> sql.matches("(?s).*\\b(from|into|table) (author|book|review)\\b.*"));
    }

    /** SQLite has no statistics until somebody asks for them. */
    @Test
    void rowsAreCountedAsFarAsItTakesNoTimeWhereTheDatabaseHasNoStatistics() throws Exception {
        TestDatabase database = Engine.SQLITE.fresh();
        database.execute(
                "create table small (id integer primary key)",
                "insert into small values (4), (4711)",
                "create table \"A \"\"large\"\" one\" (id integer primary key)",
                "with recursive n(i) as (select 5 union all select i + 1 from n where i < 20004)"
                        + " insert into \"A \"\"large\"\" one\" select i from n",
                "create table hidden (id integer primary key) without rowid",
                "insert into hidden select id from \"A \"\"large\"\" one\"",
                "create table empty (id integer primary key)");

        try (Connection connection = database.connect()) {
            assertThat(Dialects.of(connection).introspector().estimatedRows(connection, null))
                    .containsEntry("small", OptionalLong.of(2))
                    .containsEntry("A \"large\" one", OptionalLong.of(20_000))
                    .containsEntry("hidden", OptionalLong.empty())
                    .containsEntry("empty", OptionalLong.of(0));
        }
    }

    private static void analyze(TestDatabase database) throws Exception {
        switch (database.engine()) {
            case POSTGRESQL, SQLITE -> database.execute("analyze");
            case MARIADB, MYSQL -> database.execute("analyze table author");
            case H2 -> {
                // It counts as it writes.
            }
        }
    }
}
