package io.kuaka.it.run;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.adopt.UnadoptableHistoryException;
import io.kuaka.command.adopt.UnkeepableScriptsException;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.HibernateCheck;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ProjectState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that Flyway and Liquibase themselves have made, with histories of sixteen steps and more. */
@Tag("slow")
class OtherToolsTest {
    private static final Map<String, String> ANSWERS = Map.of("default shop.Book.categories.index", "numbered");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfFlywayIsAdoptedAndGoesOnFromThere(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun run = new AdoptionRun(
                database,
                OldShopEntities.reader(OldShopEntities.atAdoption(engine)).read(),
                ANSWERS,
                folder);
        List<String> scripts = OldShop.scripts(engine);
        Path place = Files.createDirectories(folder.resolve("classes/db/migration"));
        for (int i = 0; i < scripts.size(); i++) {
            Files.writeString(place.resolve("V" + (i + 1) + "__step.sql"), scripts.get(i) + ";\n");
        }
        Flyway flyway = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + place)
                .load();
        flyway.migrate();

        Path broken = Files.writeString(place.resolve("V99__broken.sql"), "insert into nowhere values (1);\n");
        assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class);
        assertThatThrownBy(run::look)
                .isInstanceOf(UnadoptableHistoryException.class)
                .hasMessageContaining("V99__broken.sql");
        Files.delete(broken);
        flyway.repair();

        assertAdopted(database, run, "Flyway's history stands at " + scripts.size());
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theScriptsOfFlywayAreKeptAndBuildNewDatabases(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        List<String> scripts = OldShop.scripts(engine);
        Path place = Files.createDirectories(folder.resolve("classes/db/migration"));
        for (int i = 0; i < scripts.size(); i++) {
            Files.writeString(place.resolve("V" + (i + 1) + "__Step no. " + (i + 1) + ".sql"), scripts.get(i) + ";\n");
        }
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + place)
                .load()
                .migrate();

        Adopt.Prepared adopted = run.adoptWithScripts();

        String initial = String.format("shop.%04d_initial", scripts.size() + 1);
        assertThat(adopted.migrations())
                .extracting(each -> each.migration().key().toString())
                .startsWith("shop.0001_step_no_1", "shop.0002_step_no_2")
                .endsWith(initial)
                .hasSize(scripts.size() + 1);
        assertThat(run.query("select distinct how from kuaka_migrations")).containsExactly("adopted");
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();

        AdoptionRun fresh = run.on(engine.fresh(), folder.resolve("fresh"));
        assertThat(fresh.migrate(Migrate.Options.all())).hasSize(scripts.size() + 1);
        assertThat(fresh.drift()).isEmpty();
        assertThat(fresh.query("select title from expensive")).containsExactly("Owls Do Cry");
    }

    @Test
    void whatIsNoScriptIsNotKept() throws Exception {
        TestDatabase database = Engine.SQLITE.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        database.execute(OldShop.scripts(Engine.SQLITE).toArray(String[]::new));
        assertThatThrownBy(run::adoptWithScripts)
                .isInstanceOf(UnkeepableScriptsException.class)
                .hasMessageContaining("no history of Flyway");

        Path place = Files.createDirectories(folder.resolve("classes/db/migration"));
        Files.writeString(place.resolve("V2__later.sql"), "select 1;\n");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + place)
                .baselineOnMigrate(true)
                .load()
                .migrate();
        assertThatThrownBy(run::adoptWithScripts)
                .isInstanceOf(UnkeepableScriptsException.class)
                .hasMessageContaining("begins with the baseline 1");

        Files.writeString(place.resolve("V1__filled.sql"), "create table ${name} (id integer);\n");
        assertThatThrownBy(run::adoptWithScripts).hasMessageContaining("fills placeholders in V1__filled.sql");
        Files.delete(place.resolve("V2__later.sql"));
        Files.writeString(place.resolve("V1__filled.sql"), "select 1;\n");
        assertThatThrownBy(run::adoptWithScripts).hasMessageContaining("aren't SQL scripts in db/migration: 2");
    }

    private Path place() throws Exception {
        return Files.createDirectories(folder.resolve("classes/db/migration"));
    }

    private static void migrate(TestDatabase database, Path place) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + place)
                .load()
                .migrate();
    }

    /** Versions are numbers, folders are free, and those of other databases hold other scripts of the same versions. */
    @Test
    void scriptsAreThoseThatHaveRunInTheOrderOfTheirNumbers() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        List<String> scripts = OldShop.scripts(Engine.H2);
        Path old = Files.createDirectories(place().resolve("h2/old"));
        Files.writeString(old.resolve("V01_2__first.sql"), "\uFEFF" + scripts.get(0) + ";\r\n");
        for (int i = 1; i < scripts.size(); i++) {
            Files.writeString(place().resolve("h2/V1." + (i + 8) + "__step.sql"), scripts.get(i) + ";\n");
        }
        migrate(database, place().resolve("h2"));
        Path other = Files.createDirectories(place().resolve("oracle"));
        Files.writeString(other.resolve("V1.9__step.sql"), "select 1 from dual;\n");
        Files.writeString(other.resolve("V77__only_there.sql"), "select 1 from dual;\n");
        Path more = Files.createDirectories(place().resolve("more"));
        Files.writeString(more.resolve("V1.9__step.sql"), "select 1;\n");

        assertThat(run.lookAtScripts().migrations())
                .extracting(each -> each.migration().key().name())
                .startsWith("0001_first", "0002_step", "0003_step");

        Path edited = place().resolve("h2/V1.10__step.sql");
        Files.writeString(edited, scripts.get(2) + ";\n-- edited\n");
        assertUnkeepable(run, "h2/V1.10__step.sql has been changed since Flyway ran it");
        Files.move(edited, place().resolve("h2/V1.10__renamed.sql"));
        assertUnkeepable(run, "Flyway has run V1.10__step.sql, and db/migration has h2/V1.10__renamed.sql");
        Files.delete(place().resolve("h2/V1.10__renamed.sql"));
        Files.writeString(edited, scripts.get(2) + ";\n");
        database.execute("update \"flyway_schema_history\" set \"checksum\" = null where \"version\" = '1.9'");
        assertUnkeepable(run, "several scripts of one version");
        database.execute("insert into \"flyway_schema_history\" select \"installed_rank\" + 100, \"version\","
                + " \"description\", 'UNDO_SQL', 'U1.9__step.sql', 1, \"installed_by\", \"installed_on\","
                + " \"execution_time\", \"success\" from \"flyway_schema_history\" where \"version\" = '1.9'");
        assertThatThrownBy(run::look)
                .isInstanceOf(UnadoptableHistoryException.class)
                .hasMessageContaining("pending scripts: V1.9__step.sql");
    }

    /** Flyway's own rows are no scripts, and a script that was run late doesn't lower the version. */
    @Test
    void aHistoryStandsAtItsHighestVersion() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        List<String> scripts = OldShop.scripts(Engine.H2);
        for (int i = 0; i < scripts.size(); i++) {
            Files.writeString(place().resolve("V" + (i + 2) + "__step.sql"), scripts.get(i) + ";\n");
        }
        migrate(database, place());
        Files.writeString(place().resolve("V1.5__late.sql"), "select 1;\n");
        assertThatThrownBy(run::look).hasMessageContaining("pending scripts: V1.5__late.sql");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + place())
                .outOfOrder(true)
                .load()
                .migrate();

        assertThat(run.look().database().histories()).singleElement().satisfies(history -> assertThat(
                        history.describe())
                .startsWith("Flyway's history stands at " + (scripts.size() + 1) + " (" + (scripts.size() + 1)
                        + " applied)"));
    }

    private static void assertUnkeepable(AdoptionRun run, String message) {
        assertThatThrownBy(run::lookAtScripts)
                .isInstanceOf(UnkeepableScriptsException.class)
                .hasMessageContaining(message);
    }

    /** A new database would get the tables twice. */
    @Test
    void scriptsAreKeptOnceForAllApps() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        ProjectState models = OldShop.entities(database.engine())
                .withModel(
                        "club",
                        model("Member").table("club_member").fields(bigint("id").primaryKey()));
        AdoptionRun run = new AdoptionRun(database, models, Map.of(), folder);
        List<String> scripts = OldShop.scripts(Engine.H2);
        Files.writeString(
                place().resolve("V1__all.sql"),
                String.join(";\n", scripts) + ";\ncreate table club_member (id bigint not null primary key);\n");
        migrate(database, place());

        assertThatThrownBy(() -> run.adoptWithScripts("shop"))
                .isInstanceOf(UnkeepableScriptsException.class)
                .hasMessageContaining("the tables of club aren't adopted in this run")
                .hasMessageContaining("Adopt all apps at once");
        assertThat(run.lookAtScripts().migrations()).hasSize(3);
        run.adopt("club");
        assertUnkeepable(run, "the tables of club aren't adopted in this run");
    }

    @Test
    void whatAJavaClassCannotHoldOrRunIsNotKept() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        Path script = place().resolve("V1__all.sql");
        String all = String.join(";\n", OldShop.scripts(Engine.POSTGRESQL)) + ";\n";
        Files.writeString(script, all);
        migrate(database, place());
        String forget = "update flyway_schema_history set checksum = null";
        database.execute(forget);

        Files.writeString(script, all + "select '" + "ä".repeat(33_000) + "';\n");
        assertUnkeepable(run, "V1__all.sql has a statement of more than 60000 bytes");
        Files.writeString(script, all + "select 1;\n".repeat(5_001));
        assertUnkeepable(run, "and a class of Java has room for 5000");
        Files.writeString(script, all + "vacuum;\n");
        assertUnkeepable(run, "V1__all.sql has a statement that can't run in a transaction: vacuum.");
        Files.write(script, new byte[] {'-', '-', (byte) 0xE4, '\n'});
        assertUnkeepable(run, "V1__all.sql isn't text in UTF-8");
        Files.writeString(script, all);
        Path settings = Files.writeString(place().resolve("V1__all.sql.conf"), "executeInTransaction = false\n");
        assertUnkeepable(run, "settings beside V1__all.sql");
        Files.delete(settings);
        Files.delete(script);
        assertUnkeepable(run, "no SQL scripts in db/migration");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfLiquibaseIsAdoptedAndGoesOnFromThere(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun run = new AdoptionRun(
                database,
                OldShopEntities.reader(OldShopEntities.atAdoption(engine)).read(),
                ANSWERS,
                folder);
        List<String> scripts = OldShop.scripts(engine);
        Path changelog = updateByLiquibase(database, scripts);

        Files.move(changelog, folder.resolve("elsewhere.sql"));
        AdoptionRun withScripts =
                new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder.resolve("scripts"));
        assertUnkeepable(withScripts, "changelog.sql::1::anna is in a file that isn't on the class path");
        assertAdopted(database, run, "Liquibase's history stands at changelog.sql::" + scripts.size() + "::anna");
    }

    private Path updateByLiquibase(TestDatabase database, List<String> scripts) throws Exception {
        return updateByLiquibase(database, scripts, "anna", "");
    }

    private Path updateByLiquibase(TestDatabase database, List<String> scripts, String author, String more)
            throws Exception {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < scripts.size(); i++) {
            text.append("\n--changeset " + author + ":" + (i + 1) + " splitStatements:false\n" + scripts.get(i) + "\n");
            text.append("--rollback empty\n");
        }
        text.append(more);
        Path changelog = Files.writeString(folder.resolve("classes/changelog.sql"), text);
        try (Connection connection = database.connect();
                Liquibase liquibase = new Liquibase(
                        "changelog.sql",
                        new DirectoryResourceAccessor(folder.resolve("classes")),
                        new JdbcConnection(connection))) {
            liquibase.update(new Contexts());
        }
        return changelog;
    }

    @ParameterizedTest
    @EnumSource
    void theChangeSetsOfLiquibaseInSqlAreKeptAndBuildNewDatabases(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        List<String> scripts = OldShop.scripts(engine);
        updateByLiquibase(database, scripts);

        Adopt.Prepared adopted = run.adoptWithScripts();

        assertThat(adopted.migrations())
                .extracting(each -> each.migration().key().toString())
                .startsWith("shop.0001_change_set_1", "shop.0002_change_set_2")
                .endsWith(String.format("shop.%04d_initial", scripts.size() + 1))
                .hasSize(scripts.size() + 1);
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();

        AdoptionRun fresh = run.on(engine.fresh(), folder.resolve("fresh"));
        assertThat(fresh.migrate(Migrate.Options.all())).hasSize(scripts.size() + 1);
        assertThat(fresh.drift()).isEmpty();
        assertThat(fresh.query("select title from expensive")).containsExactly("Owls Do Cry");
    }

    @Test
    void changeSetsOfWhichLiquibaseDecidesWhatTheyDoAreNotKept() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        Path changelog = updateByLiquibase(database, OldShop.scripts(Engine.H2));
        String text = Files.readString(changelog);

        Files.writeString(changelog, text.replace("anna:2 ", "anna:2 context:test "));
        assertUnkeepable(run, "change set changelog.sql::2::anna has context:test");
        Files.writeString(
                changelog, text.replace("anna:2 splitStatements:false", "anna:2 endDelimiter:/ runOnChange:true"));
        assertUnkeepable(run, "changelog.sql::2::anna has enddelimiter:/, runonchange:true");
        Files.writeString(changelog, text.replace("--rollback empty", "--preconditions onFail:MARK_RAN"));
        assertUnkeepable(run, "changelog.sql::1::anna has preconditions");
        Files.writeString(changelog, text.replace("varchar(254)", "${email}"));
        assertUnkeepable(run, "changelog.sql::2::anna has parameters");
        Files.writeString(changelog, text + "\n--changeset ben:new\nselect 1;\n");
        assertUnkeepable(run, "Liquibase hasn't run changelog.sql::new::ben");
        Files.writeString(changelog, text.replace("anna:2 ", "anna:two "));
        assertUnkeepable(run, "changelog.sql::2::anna isn't in its file any longer");
        Files.writeString(changelog, text.replace("--liquibase formatted sql", ""));
        assertUnkeepable(run, "changelog.sql::1::anna isn't in formatted SQL");
        Files.writeString(changelog, text);
        database.execute("update DATABASECHANGELOG set EXECTYPE = 'MARK_RAN' where ID = '3'");
        assertUnkeepable(run, "changelog.sql::3::anna wasn't run but is MARK_RAN");
    }

    /** Its SQL became part of the change set before it, or the file was refused for what no run can change. */
    @Test
    void changeSetsAreThoseThatLiquibaseReadsAndRunsHere() throws Exception {
        TestDatabase database = Engine.H2.fresh();
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(database.engine()), Map.of(), folder);
        List<String> scripts = OldShop.scripts(Engine.H2);
        String elsewhere = "\n--changeset anna:mysql dbms:mysql,mariadb\nselect 1;\n"
                + "\n--changeset anna:others dbms:!h2\nselect 1;\n"
                + "\n--changeset anna:never ignore:true\nselect 1;\n";
        Path changelog = updateByLiquibase(database, scripts, "Anna van Dyk", elsewhere);
        String text = Files.readString(changelog);

        Files.writeString(changelog, text + "\n--changeset anna:here dbms:postgresql,h2\nselect 1;\n");
        assertUnkeepable(run, "Liquibase hasn't run changelog.sql::here::anna.");
        Files.writeString(changelog, text + "\n-- changeset anna\nselect 1;\n");
        assertUnkeepable(run, "a line that begins no change set for Liquibase: -- changeset anna.");
        Files.writeString(changelog, text);

        assertThat(run.adoptWithScripts().migrations()).hasSize(scripts.size() + 1);
        AdoptionRun fresh = run.on(Engine.H2.fresh(), folder.resolve("fresh"));
        fresh.migrate(Migrate.Options.all());
        assertThat(fresh.drift()).isEmpty();
    }

    private static void assertAdopted(TestDatabase database, AdoptionRun run, String stands) throws Exception {
        ReadSchema before = ReadSchema.of(database);
        HibernateCheck.validate(database, "before the adoption", OldShopEntities.atAdoption(database.engine()));
        Adopt.Prepared adopted = run.adopt(true, false);
        assertThat(AdoptionRun.named(adopted.database().differences()).map(each -> each.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(OldShopEntities.differences(database.engine()));
        assertThat(adopted.database().histories()).singleElement().satisfies(history -> assertThat(history.describe())
                .startsWith(stands));
        assertThat(run.drift()).isEmpty();
        assertThat(run.unknown()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();
        assertThat(before.differences(ReadSchema.of(database))).isEmpty();
        assertThat(run.migrate(Migrate.Options.all()))
                .hasSize(OldShopEntities.differences(database.engine()).isEmpty() ? 0 : 1);
        assertThat(run.drift()).isEmpty();
        HibernateCheck.validate(database, "adopted", OldShopEntities.atAdoption(database.engine()));

        run.make(OldShopEntities.reader(OldShopEntities.next(database.engine())));
        assertThatThrownBy(
                        () -> HibernateCheck.validate(database, "unmigrated", OldShopEntities.next(database.engine())))
                .rootCause()
                .hasMessageContaining("missing");
        assertThat(run.migrate(Migrate.Options.all())).hasSize(1);
        assertThat(run.drift()).isEmpty();
        HibernateCheck.validate(database, "the next release", OldShopEntities.next(database.engine()));

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
        assertThat(before.differences(ReadSchema.of(database))).isEmpty();
        HibernateCheck.validate(database, "back at the adoption", OldShopEntities.atAdoption(database.engine()));
        run.execute("insert into review (id, book_id) values (1, 1)");
        assertThat(run.query("select title from expensive")).containsExactly("Owls Do Cry");
        assertThat(run.query("select rating from review")).containsExactly("3");
    }
}
