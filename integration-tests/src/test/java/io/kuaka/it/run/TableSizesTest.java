package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.adopt.Adopt;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.RecordingConnection;
import io.kuaka.it.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
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
        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.matches("(?s).*(pg_attribute|columns|table_x?info).*"));
        assertThat(statements).noneMatch(sql -> sql.matches("(?s).*\\b(from|into|table) (author|book|review)\\b.*"));
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
