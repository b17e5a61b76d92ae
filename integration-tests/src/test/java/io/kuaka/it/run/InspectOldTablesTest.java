package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.inspect.InspectDatabase;
import io.kuaka.command.inspect.InvalidPackageException;
import io.kuaka.command.inspect.UnknownSchemaException;
import io.kuaka.command.inspect.UnknownTableException;
import io.kuaka.entity.EntityOptions;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.InspectedEntities;
import io.kuaka.it.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What tables of other people's schemas have: each of these led to other tables, or to no entities at all. */
@Tag("slow")
class InspectOldTablesTest {
    @TempDir
    private Path folder;

    /** A unique index allows what a constraint doesn't, and has another name in the catalog. */
    @ParameterizedTest
    @EnumSource
    void uniqueIndexesStayIndexes(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(
                "create table t_shelf (id bigint not null primary key, floor integer, place integer not null,"
                        + " code varchar(20))",
                "create unique index shelf_place_idx on t_shelf (floor, place desc)",
                "create unique index shelf_code_idx on t_shelf (code)");

        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder);

        assertThat(entities.differences()).isEmpty();
        assertAdoptedAsTheyAre(entities);
    }

    @ParameterizedTest
    @CsvSource({
        "MYSQL,longtext,longblob",
        "MARIADB,longtext,longblob",
        "POSTGRESQL,text,bytea",
        "SQLITE,text,blob",
        "H2,clob,varbinary"
    })
    void textsAndBytesWithoutALimitHaveNone(Engine engine, String text, String bytes) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute("create table t_note (id bigint not null primary key, body " + text + ", picture " + bytes
                + " not null)");

        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder);

        assertThat(entities.differences()).isEmpty();
        assertAdoptedAsTheyAre(entities);
    }

    /** A key within a key has the type of the other table's key, also where only this database knows it. */
    @ParameterizedTest
    @CsvSource({
        "MYSQL,int unsigned,CLASS",
        "MYSQL,int unsigned,RECORD",
        "MYSQL,int unsigned,EMBEDDED",
        "MYSQL,char(4),EMBEDDED",
        "MYSQL,'decimal(10,0)',CLASS",
        "MARIADB,smallint unsigned,CLASS",
        "MARIADB,smallint unsigned,EMBEDDED",
        "MARIADB,char(4),CLASS",
        "MARIADB,'decimal(10,0)',EMBEDDED",
        "POSTGRESQL,char(4),CLASS",
        "POSTGRESQL,'numeric(10,0)',RECORD",
        "POSTGRESQL,text,EMBEDDED",
        "H2,char(4),EMBEDDED",
        "H2,'numeric(10,0)',CLASS"
    })
    void keysWithinKeysHaveTheTypeThatTheyReferTo(Engine engine, String type, EntityOptions.Keys keys)
            throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(
                "create table t_actor (id " + type + " not null primary key)",
                "create table t_role (actor_id " + type + " not null, place integer not null, name varchar(20),"
                        + " primary key (actor_id, place),"
                        + " constraint fk_role_actor foreign key (actor_id) references t_actor (id))",
                "create table t_award (id bigint not null primary key, actor_id " + type + " not null,"
                        + " constraint fk_award_actor foreign key (actor_id) references t_actor (id))");

        InspectedEntities entities = InspectedEntities.of(database, keys, folder);

        // Hibernate's order of the key decides whether the foreign key has to have an index of its own.
        assertThat(entities.differences())
                .allMatch(difference -> difference.startsWith("index \"t_role.fk_role_actor\" is missing"));
        assertAdoptedAsTheyAre(entities);
    }

    /** Hibernate makes no foreign key of a one-to-one beside an id of the same column. */
    @ParameterizedTest
    @EnumSource(EntityOptions.Keys.class)
    void keysThatReferMayHaveCommentsAndDefaults(EntityOptions.Keys keys) throws Exception {
        for (Engine engine : List.of(Engine.POSTGRESQL, Engine.H2)) {
            TestDatabase database = engine.fresh();
            database.execute(
                    "create table t_person (id bigint not null primary key, boss_id bigint,"
                            + " constraint fk_boss foreign key (boss_id) references t_person (id))",
                    "create table t_staff (person_id bigint not null primary key,"
                            + " constraint fk_staff foreign key (person_id) references t_person (id))",
                    "create table t_seller (person_id bigint default 7 not null primary key,"
                            + " constraint fk_seller foreign key (person_id) references t_person (id))",
                    "create table t_badge (person_id bigint not null, number integer not null,"
                            + " primary key (number, person_id),"
                            + " constraint fk_badge foreign key (person_id) references t_staff (person_id))",
                    "comment on column t_person.boss_id is 'Who decides'",
                    "comment on column t_staff.person_id is 'The person'",
                    "comment on column t_seller.person_id is 'The person'",
                    "comment on column t_badge.person_id is 'Whose'");

            InspectedEntities entities = InspectedEntities.of(
                    database, keys, folder.resolve(engine.name().toLowerCase(Locale.ROOT)));

            assertThat(entities.differences()).isEmpty();
            String person = entities.result().texts().get("com/example/found/Person.java");
            assertThat(person).contains("private Person boss;").doesNotContain("bossId");
        }
    }

    /** A default of null says what a column without a default does. */
    @ParameterizedTest
    @EnumSource
    void aDefaultOfNullIsNone(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute("create table t_film (id bigint not null primary key, title varchar(50) default null,"
                + " year_made integer default null, is_old boolean default "
                + (engine == Engine.POSTGRESQL ? "false" : "0")
                + ")");

        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder);

        assertThat(entities.differences()).isEmpty();
        assertThat(entities.result().texts().toString()).doesNotContainIgnoringCase("\"null");
        assertAdoptedAsTheyAre(entities);
    }

    /** Hibernate orders the columns of keys otherwise than people do, and the databases name foreign keys by them. */
    @ParameterizedTest
    @EnumSource
    void foreignKeysWithoutANameFollowTheOrderOfTheirKey(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(
                "create table t_job (plan varchar(20) not null, name varchar(20) not null, kind varchar(20) not null,"
                        + " primary key (plan, name, kind))",
                "create table t_trigger (id bigint not null primary key, plan varchar(20), name varchar(20),"
                        + " kind varchar(20), foreign key (plan, name, kind) references t_job (plan, name, kind))",
                "create table t_cron (plan varchar(20) not null, name varchar(20) not null, kind varchar(20) not null,"
                        + " text varchar(20), primary key (plan, name, kind),"
                        + " foreign key (plan, name, kind) references t_job (plan, name, kind))");

        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder);

        assertAdoptedAsTheyAre(entities);
    }

    /** What differs is the order of columns, and is taken over. */
    private void assertAdoptedAsTheyAre(InspectedEntities entities) throws Exception {
        AdoptionRun run = new AdoptionRun(entities.database(), entities.state(), Map.of(), folder.resolve("adopted"));
        Adopt.Prepared look = run.look();
        assertThat(AdoptionRun.named(look.database().untold())).isEmpty();
        run.adopt(false, true);
        assertThat(run.drift()).isEmpty();
    }

    /** Nothing is looked at in silence that isn't there, and no class is written that can't be compiled. */
    @ParameterizedTest
    @EnumSource
    void whatIsAskedForHasToBeThere(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(
                "create table book (id bigint not null primary key)",
                "create table kuaka_lock (id bigint not null primary key)");

        assertThatThrownBy(() -> inspect(database, "com.example", "book", "nowhere"))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("neither tables nor sequences in a schema \"nowhere\"");
        assertThatThrownBy(() -> inspect(database, "com.example", "kuaka_lock"))
                .isInstanceOf(UnknownTableException.class)
                .hasMessageMatching("(?i).*has no table \"kuaka_lock\"\\. Known tables: book\\. Name its.*");
        for (String name : List.of("com.example.2nd", "com.class", "com..example", "com.example.", "com example")) {
            assertThatThrownBy(() -> inspect(database, name, "book"))
                    .isInstanceOf(InvalidPackageException.class)
                    .hasMessageContaining("\"" + name + "\" can't be the name of a package");
        }
        assertThat(inspect(database, "", "book").entities()).hasSize(1);
    }

    private static InspectDatabase.Result inspect(
            TestDatabase database, String packageName, String table, String... schemas) {
        return new InspectDatabase(database::connect)
                .run(new InspectDatabase.Options(
                        new TreeSet<>(List.of(table)),
                        new TreeSet<>(List.of(schemas)),
                        new EntityOptions(packageName, "", EntityOptions.Keys.CLASS, true)));
    }

    @Test
    void aUniqueIndexIsNoConstraint() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        database.execute(
                "create table shelf (id bigint primary key, code varchar(20))",
                "create unique index shelf_code_idx on shelf (code)");

        assertThat(new InspectDatabase(database::connect)
                        .run(InspectDatabase.Options.all("com.example"))
                        .texts()
                        .get("com/example/Shelf.java"))
                .contains("@ModelIndex(name = \"shelf_code_idx\", fields = \"code\", unique = true)");
    }
}
