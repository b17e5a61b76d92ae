package io.kuaka.it.run;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.UnadoptableHistoryException;
import io.kuaka.command.adopt.UnkeepableScriptsException;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts as people write them for Flyway: with routines, in several places, and beside what is no script. */
@Tag("slow")
class KeptScriptsTest {
    /** A migration in Java. */
    public static final class V3__Fill extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {
            // It has run.
        }
    }

    @TempDir
    private Path folder;

    private Path write(String path, String text) throws Exception {
        Path file = folder.resolve("classes/db/migration").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void migrate(TestDatabase database, UnaryOperator<FluentConfiguration> settings, String... folders) {
        String[] places = new String[folders.length];
        for (int i = 0; i < folders.length; i++) {
            places[i] = "filesystem:" + folder.resolve("classes/db/migration").resolve(folders[i]);
        }
        settings.apply(Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations(places))
                .load()
                .migrate();
    }

    /** A category without a name gets one. */
    private static String routines(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> """
                create function usual_slug() returns trigger as $$
                begin -- it's; early
                    new.name = coalesce(new.name, 'a;b\\c');
                    return new;
                end;
                $$ language plpgsql;
                create trigger category_name before insert on category for each row execute function usual_slug();
                do $body$ begin perform 1; perform 2; end; $body$;
                """;
            case MARIADB, MYSQL -> """
                create table delimiters (a varchar(10));
                DELIMITER $$
                create trigger category_name before insert on category for each row
                begin
                    set new.name = coalesce(new.name, 'a;b\\\\c'); -- it's; early
                    set new.slug = lower(new.slug);
                end$$
                DELIMITER ;
                drop table delimiters;
                """;
            case H2 -> """
                create alias no_name as $$ String noName() { String name = "a;b\\\\c"; return name; } $$;
                alter table category alter column name set default no_name();
                """;
            case SQLITE -> """
                create trigger category_name after insert on category when new.name is null begin
                    update category set name = 'a;b\\c' where id = new.id; -- it's; early
                    update category set slug = lower(new.slug) where id = new.id;
                end;
                """;
        };
    }

    private static ProjectState entities(Engine engine) {
        Field name = varchar("name", 80).nullable().defaultTo(sql("no_name()"));
        return engine == Engine.H2
                ? OldShop.entities(engine)
                        .updateModel(new ModelKey("shop", "Category"), category -> category.withAlteredField(name))
                : OldShop.entities(engine);
    }

    @ParameterizedTest
    @EnumSource
    void aNewDatabaseIsBuiltTheOldWayAndGoesOnTheNewOne(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        ProjectState entities = entities(engine);
        AdoptionRun run = new AdoptionRun(database, entities, Map.of(), folder);
        String vendor = engine.name().toLowerCase(Locale.ROOT);
        write("common/V1.2.9__tables.sql", String.join(";\n", OldShop.scripts(engine)) + ";\n");
        write(vendor + "/V1.2.10__routines.sql", routines(engine));
        write("common/R__top_books.sql", "drop view if exists top;\ncreate view top as select * from top_of_all;\n");
        write("common/R__all_books.sql", "create view top_of_all as select title from book;\n");
        write("oracle/V1.2.10__routines.sql", "begin null; end;\n/\n");
        migrate(database, each -> each, "common", vendor);
        run.execute("delete from category");

        assertThat(run.adoptWithScripts().migrations())
                .extracting(each -> each.migration().key().name())
                .containsExactly("0001_tables", "0002_routines", "0003_all_books", "0004_top_books", "0005_initial");

        AdoptionRun fresh = run.on(engine.fresh(), folder.resolve("fresh"));
        assertThat(fresh.migrate(Migrate.Options.all())).hasSize(5);
        for (AdoptionRun each : new AdoptionRun[] {run, fresh}) {
            assertThat(each.drift()).isEmpty();
            each.execute("insert into category (id, slug) values (1, 'fiction')");
            assertThat(each.query("select name from category")).containsExactly("a;b\\c");
            assertThat(each.query("select title from top")).containsExactly("Owls Do Cry");
        }

        ProjectState next = entities.updateModel(
                new ModelKey("shop", "Review"),
                review -> review.withField(varchar("author", 50).nullable()));
        run.make(next);
        AdoptionRun newest = run.on(engine.fresh(), folder.resolve("newest"));
        assertThat(newest.migrate(Migrate.Options.all())).hasSize(6);
        assertThat(newest.drift()).isEmpty();
        assertThat(run.migrate(Migrate.Options.all())).hasSize(1);
        assertThat(run.drift()).isEmpty();
    }

    @Test
    void repeatableScriptsThatWaitToBeRunAreNamed() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(Engine.H2), Map.of(), folder);
        write("V1__tables.sql", String.join(";\n", OldShop.scripts(Engine.H2)) + ";\n");
        migrate(database, each -> each, "");
        Path repeatable = write("R__top.sql", "create or replace view top as select title from book;\n");
        assertPending(database, run, "R__top.sql");
        Files.writeString(repeatable, "create or replace view top as select id, title from book;\n");
        assertPending(database, run, "R__top.sql");
        Files.delete(repeatable);
        assertUnkeepable(run, "Flyway has run R__top.sql, which db/migration doesn't have as SQL");
        write("R__top.sql", "create or replace view top as select id, title from book where id > ${first};\n");
        migrate(database, each -> each.placeholders(Map.of("first", "0")), "");
        assertUnkeepable(run, "Flyway fills placeholders in R__top.sql");
        assertThat(run.look().database().histories()).isNotEmpty();
    }

    private void assertPending(TestDatabase database, AdoptionRun run, String script) {
        assertThatThrownBy(run::look)
                .isInstanceOf(UnadoptableHistoryException.class)
                .hasMessageContaining("pending scripts: ")
                .hasMessageContaining(script);
        migrate(database, each -> each, "");
    }

    @Test
    void whatIsNoScriptIsNamed() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(Engine.H2), Map.of(), folder);
        write("V1__tables.sql", String.join(";\n", OldShop.scripts(Engine.H2)) + ";\n");
        write("other/V2__more.sql", "select 1;\n");
        migrate(database, each -> each.javaMigrations(new V3__Fill()), "");
        assertUnkeepable(run, "aren't SQL scripts in db/migration: 3 (JDBC " + V3__Fill.class.getName() + ")");
        run.execute("delete from \"flyway_schema_history\" where \"version\" = '3'");
        assertThat(run.lookAtScripts().migrations()).hasSize(3);
        Path callback = write("other/afterMigrate__grants.sql", "select 1;\n");
        assertUnkeepable(run, "the callbacks other/afterMigrate__grants.sql");
        Files.delete(callback);
        write("beforeClean.sql", "select 1;\n");
        assertThat(run.lookAtScripts().migrations()).hasSize(3);
    }

    private static void assertUnkeepable(AdoptionRun run, String message) {
        assertThatThrownBy(run::lookAtScripts)
                .isInstanceOf(UnkeepableScriptsException.class)
                .hasMessageContaining(message);
    }
}
