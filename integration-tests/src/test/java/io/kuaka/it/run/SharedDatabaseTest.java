package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.HibernateCheck;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ModelKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database in which Flyway keeps some tables after Kuaka has adopted the others. */
@Tag("slow")
class SharedDatabaseTest {
    private static final Map<String, String> ANSWERS = Map.of("default shop.Book.categories.index", "numbered");

    @TempDir
    private Path folder;

    private void byFlyway(TestDatabase database, int version, String script) throws Exception {
        Path place = Files.createDirectories(folder.resolve("classes/db/migration"));
        Files.writeString(place.resolve("V" + version + "__step.sql"), script + ";\n");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + place)
                .load()
                .migrate();
    }

    /** Returns what is in the database, but for the tables of Flyway and of its history. */
    private static ReadSchema adopted(TestDatabase database) throws SQLException {
        return ReadSchema.of(database)
                .only(table -> !table.name().toLowerCase(Locale.ROOT).matches("flyway.*|review"));
    }

    @ParameterizedTest
    @EnumSource
    void bothGoOnWithTheirOwnTables(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        HibernateModelReader reader = OldShopEntities.reader(OldShopEntities.atAdoption(database.engine()), "REV*");
        AdoptionRun run = new AdoptionRun(database, reader.read(), ANSWERS, folder);
        List<String> scripts = OldShop.scripts(engine);
        for (int i = 0; i < scripts.size(); i++) {
            byFlyway(database, i + 1, scripts.get(i));
        }
        ReadSchema before = adopted(database);

        Adopt.Prepared adoption = run.adopt(true, false);
        assertThat(adoption.database().models().models()).doesNotContainKey(new ModelKey("shop", "Review"));
        assertThat(run.unknown()).map(each -> each.toLowerCase(Locale.ROOT)).containsExactly("review");
        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();

        byFlyway(database, 90, "alter table review add stars integer");
        assertThat(run.drift()).isEmpty();
        run.make(OldShopEntities.reader(OldShopEntities.next(database.engine()), "REV*"));
        assertThat(run.migrate(Migrate.Options.all())).hasSize(1);
        byFlyway(database, 91, "insert into review (id, book_id, stars) values (1, 1, 5)");
        assertThat(run.drift()).isEmpty();
        HibernateCheck.validate(database, "the next release", OldShopEntities.next(database.engine()));

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
        assertThat(before.differences(adopted(database))).isEmpty();
        HibernateCheck.validate(database, "back at the adoption", OldShopEntities.atAdoption(database.engine()));
        byFlyway(database, 92, "update review set stars = 4");
        assertThat(run.query("select stars from review")).containsExactly("4");
        assertThat(run.query("select title from expensive")).containsExactly("Owls Do Cry");
    }
}
