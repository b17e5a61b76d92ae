package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.AdoptedDatabase;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that were written by hand and differ from the entities in almost everything, also in what no model can express. */
@Tag("slow")
class FixedDifferencesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachIsNamedAndOneMigrationFixesThemAllAndKeepsTheRows(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(DifferingShop.statements(engine).toArray(String[]::new));
        AdoptionRun run = new AdoptionRun(database, DifferingShop.ENTITIES, Map.of(), folder);

        AdoptedDatabase found = run.look().database();

        assertThat(AdoptionRun.named(found.differences()).map(each -> each.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(DifferingShop.differences(engine));
        assertThat(found.unknown())
                .extracting(SchemaDifference::path)
                .map(path -> path.toLowerCase(Locale.ROOT))
                .containsExactly("loan");

        assertThat(run.adopt(true, false).isAdoptable()).isTrue();
        List<String> anew = run.drift();
        assertThat(anew).hasSize(DifferingShop.redefined(engine));
        assertThat(run.modelsAreUnchanged()).isTrue();

        assertThat(run.migrate(Migrate.Options.all())).containsExactly("shop.0002_match_entities");
        assertThat(run.drift()).isEmpty();
        assertRows(run);

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();
        assertRows(run);

        AdoptionRun fresh = run.on(engine.fresh(), folder.resolve("fresh"));
        fresh.migrate(Migrate.Options.all());
        assertThat(fresh.drift()).isEmpty();
    }

    private static void assertRows(AdoptionRun run) throws Exception {
        assertThat(
                        run.query(
                                "select book.title from book join author on author.id = book.author_id"
                                        + " join line on line.book_id = book.id join tag on tag.owner_id = author.id"
                                        + " join loan on loan.book_id = book.id where book.price = 9.5 and author.name = 'Janet Frame'"))
                .containsExactly("Owls Do Cry");
        assertThat(run.query("select isbn from numbers")).containsExactly("9781582430683");
    }
}
