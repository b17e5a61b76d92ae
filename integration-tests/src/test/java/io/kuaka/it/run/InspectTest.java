package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.Kuaka;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.inspect.EntityExistsException;
import io.kuaka.command.inspect.InspectDatabase;
import io.kuaka.command.inspect.UnknownTableException;
import io.kuaka.entity.EntityOptions;
import io.kuaka.entity.EntitySource;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.InspectedEntities;
import io.kuaka.it.support.Sources;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities for tables that somebody made by hand: written, compiled, read, adopted. */
@Tag("slow")
class InspectTest {
    @TempDir
    private Path folder;

    private static TestDatabase library(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(HandMadeLibrary.statements(engine).toArray(String[]::new));
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void theEntitiesLeadToTheTablesThatTheyCameFrom(Engine engine) throws Exception {
        TestDatabase database = library(engine);
        InspectedEntities entities =
                InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder, HandMadeLibrary.schemas(engine));

        assertThat(entities.differences()).isEmpty();
        assertThat(entities.result().entities())
                .extracting(EntitySource::className)
                .containsAll(HandMadeLibrary.classes(engine))
                .doesNotContain("BookShelf");
        assertThat(text(entities.result(), "Book"))
                .contains("@ManyToOne(fetch = FetchType.LAZY)", "private Author author;")
                .contains("private Status status;", "public enum Status {\n        DRAFT,\n        FOR_SALE\n    }")
                .contains("@ManyToMany", "private Set<Shelf> shelf = new LinkedHashSet<>();");
        assertThat(text(entities.result(), "Cover")).contains("@OneToOne(fetch = FetchType.LAZY)");
        assertThat(text(entities.result(), "Shelf")).contains("private Shelf parent;");
        assertThat(text(entities.result(), "Log")).contains("@Unmanaged", "no primary key");
        assertThat(entities.notes()).anyMatch(note -> note.contains("no primary key"));

        database.execute(HandMadeLibrary.expressible(engine).toArray(String[]::new));
        assertAdoptedAsTheyAre(entities);
    }

    /** What only the database has is the table without an entity, and what was removed is of no concern. */
    private void assertAdoptedAsTheyAre(InspectedEntities entities) throws Exception {
        ProjectState models = entities.state();
        for (String field : List.of("who", "anything")) {
            for (ModelKey key : models.models().keySet()) {
                if (models.model(key).fields().containsKey(field)) {
                    models = models.updateModel(key, model -> model.withoutField(field));
                }
            }
        }
        AdoptionRun run = new AdoptionRun(entities.database(), models, Map.of(), folder.resolve("adopted"));

        Adopt.Prepared adopted = run.adopt(false, false);

        assertThat(AdoptionRun.named(adopted.database().differences())).isEmpty();
        assertThat(AdoptionRun.named(adopted.database().untold())).isEmpty();
        assertThat(run.project().loaded().migrations()).isNotEmpty();
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(EntityOptions.Keys.class)
    void compositeKeysHaveTheWantedForm(EntityOptions.Keys keys) throws Exception {
        InspectedEntities entities = InspectedEntities.of(library(Engine.H2), keys, folder);

        assertThat(entities.differences()).isEmpty();
        assertThat(text(entities.result(), "Loan"))
                .contains(
                        switch (keys) {
                            case CLASS -> "@IdClass(Loan.LoanId.class)";
                            case RECORD -> "public record LoanId(Short number, Long book) implements Serializable {}";
                            case EMBEDDED -> "@EmbeddedId\n    private LoanId id;";
                        });
    }

    /** A key within a key, a column that refers alone and together with others, and numbers from another schema. */
    @ParameterizedTest
    @EnumSource(EntityOptions.Keys.class)
    void keysAndReferencesMayShareColumns(EntityOptions.Keys keys) throws Exception {
        TestDatabase database = Engine.H2.fresh();
        database.execute(
                "create schema sales",
                "create sequence sales.visit_numbers",
                "create table country (id bigint not null primary key, made timestamp default localtimestamp)",
                "create table region (country_id bigint not null, no integer not null, primary key (country_id, no),"
                        + " constraint fk_region foreign key (country_id) references country (id))",
                "create table city (country_id bigint not null, region_no integer not null, id bigint not null,"
                        + " primary key (country_id, region_no, id), constraint fk_city"
                        + " foreign key (country_id, region_no) references region (country_id, no))",
                "create table visit (id bigint default next value for sales.visit_numbers primary key, country bigint,"
                        + " region integer, constraint fk_visit_region foreign key (country, region)"
                        + " references region (country_id, no),"
                        + " constraint fk_visit_country foreign key (country) references country (id))");

        InspectedEntities entities = InspectedEntities.of(database, keys, folder);

        assertThat(entities.differences()).isEmpty();
        assertThat(new AdoptionRun(database, entities.state(), Map.of(), folder.resolve("adopted"))
                        .look()
                        .database()
                        .untold())
                .isEmpty();
    }

    /** A key of texts, one of which is the key of another table and one an enumeration, in Hibernate's order. */
    @ParameterizedTest
    @MethodSource("keysOnEngines")
    void keysMayHaveTextsReferencesAndEnumerations(Engine engine, EntityOptions.Keys keys) throws Exception {
        boolean isChecked = engine == Engine.POSTGRESQL || engine == Engine.SQLITE;
        String kind = (isChecked ? "varchar(20)" : "enum('LAND', 'SEA')") + " not null";
        String check = isChecked ? ", constraint %s_kind_check check (kind in ('LAND', 'SEA'))" : "";
        TestDatabase database = engine.fresh();
        database.execute(
                "create table country (code varchar(2) not null primary key)",
                "create table region (country_code varchar(2) not null, kind " + kind + ", name varchar(20) not null,"
                        + " area integer, primary key (name, country_code, kind), constraint fk_region"
                        + " foreign key (country_code) references country (code)" + String.format(check, "region")
                        + ")",
                "create table city (id bigint not null primary key, country_code varchar(2), kind "
                        + kind.replace(" not null", "") + ", region_name varchar(20), constraint fk_city foreign key"
                        + " (region_name, country_code, kind) references region (name, country_code, kind)"
                        + String.format(check, "city") + ")");

        InspectedEntities entities = InspectedEntities.of(database, keys, folder);

        assertThat(entities.differences()).isEmpty();
        assertThat(text(entities.result(), "Region")).contains("private Country countryCode", "Kind kind");
    }

    static Stream<Arguments> keysOnEngines() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(EntityOptions.Keys.values()).map(keys -> Arguments.of(engine, keys)));
    }

    @Test
    void filesThatAreThereStayAndTablesCanBeChosen() throws Exception {
        TestDatabase database = library(Engine.H2);
        InspectDatabase.Result result = inspect(database, "T_AUTHOR");
        assertThat(result.entities()).extracting(EntitySource::className).containsExactly("Author");
        assertThat(result.writeTo(folder)).containsExactly(folder.resolve("com/example/Author.java"));

        assertThatThrownBy(() -> result.writeTo(folder)).isInstanceOf(EntityExistsException.class);
        assertThatThrownBy(() -> inspect(database, "writer"))
                .isInstanceOf(UnknownTableException.class)
                .hasMessageContaining("has no table \"writer\". Known tables: ");

        assertThat(inspect(database, "t_loan").notes().toString()).contains("\"T_BOOK\", which wasn't read");
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        assertThat(Kuaka.inspect(source, "com.example")).containsKey("com/example/TAuthor.java");
    }

    /** One name is part of the other, and the other schema has one of the same name. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2", "MARIADB"})
    void aSequenceIsFoundByItsWholeName(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        boolean hasSchemas = engine == Engine.POSTGRESQL;
        String next = engine == Engine.H2 ? "next value for %s" : hasSchemas ? "nextval('%s')" : "nextval(%s)";
        database.execute(
                "create sequence item_seq",
                "create sequence old_item_seq",
                "create sequence order_item_seq",
                "create table t_item (id bigint default " + String.format(next, "item_seq") + " primary key)",
                "create table t_line (id bigint default " + String.format(next, "order_item_seq") + " primary key)");
        if (hasSchemas) {
            database.execute(
                    "create schema archive",
                    "create sequence archive.item_seq",
                    "create table t_past (id bigint default " + String.format(next, "archive.item_seq")
                            + " primary key)");
        }
        String[] schemas = hasSchemas ? new String[] {"archive"} : new String[0];

        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder, schemas);

        assertThat(entities.differences()).isEmpty();
        assertThat(text(entities.result(), "Item"))
                .contains("sequenceName = \"item_seq\"")
                .doesNotContain("archive");
        assertThat(text(entities.result(), "Line")).contains("sequenceName = \"order_item_seq\"");
        if (hasSchemas) {
            assertThat(text(entities.result(), "Past"))
                    .contains("nextval('archive.item_seq'::regclass)")
                    .doesNotContain("@Seq");
            assertThat(entities.result().notes()).anyMatch(note -> note.contains("archive.item_seq"));
        }
        if (engine != Engine.MARIADB) {
            InspectDatabase.Result own = inspect(database, engine == Engine.H2 ? "public.T_ITEM" : "public.t_item");
            assertThat(own.entities()).extracting(EntitySource::className).containsExactly("Item");
        }
        assertThatThrownBy(() -> inspect(database, "nowhere.t_item"))
                .isInstanceOf(UnknownTableException.class)
                .hasMessageContaining("Views aren't read");
    }

    @ParameterizedTest
    @EnumSource(EntityOptions.Keys.class)
    void keysWithTheSameValuesAreEqualWhateverTheirAttributesAreCalled(EntityOptions.Keys keys) throws Exception {
        TestDatabase database = Engine.H2.fresh();
        database.execute(
                "create table \"T_Pair\" (\"key\" integer not null, \"other\" integer not null,"
                        + " primary key (\"key\", \"other\"))",
                "create table t_print (key_bytes varbinary(16) not null, other integer not null,"
                        + " primary key (key_bytes, other))");
        InspectedEntities entities = InspectedEntities.of(database, keys, folder);

        ClassLoader loader = Sources.loader(folder.resolve("classes"));
        Class<?> pair = loader.loadClass("com.example.found.Pair$PairId");
        assertThat(key(pair, "key", 1, "other", 2)).isEqualTo(key(pair, "key", 1, "other", 2));
        assertThat(key(pair, "key", 1, "other", 2)).isNotEqualTo(key(pair, "key", 1, "other", 3));
        Class<?> print = loader.loadClass("com.example.found.Print$PrintId");
        Object one = key(print, "keyBytes", new byte[] {1, 2}, "other", 2);
        assertThat(one)
                .isEqualTo(key(print, "keyBytes", new byte[] {1, 2}, "other", 2))
                .hasSameHashCodeAs(key(print, "keyBytes", new byte[] {1, 2}, "other", 2))
                .isNotEqualTo(key(print, "keyBytes", new byte[] {1, 3}, "other", 2));
        assertThat(entities.differences()).isEmpty();
    }

    private static Object key(Class<?> type, String name, Object value, String other, Object otherValue)
            throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        if (type.isRecord()) {
            boolean isFirst = type.getRecordComponents()[0].getName().equals(name);
            return isFirst ? constructor.newInstance(value, otherValue) : constructor.newInstance(otherValue, value);
        }
        Object key = constructor.newInstance();
        for (Map.Entry<String, Object> part :
                Map.of(name, value, other, otherValue).entrySet()) {
            Field field = type.getDeclaredField(part.getKey());
            field.setAccessible(true);
            field.set(key, part.getValue());
        }
        return key;
    }

    /** As an entity, a key, a class of Java, each other, or as no class at all. */
    @Test
    void enumerationsAreCalledLikeNothingElse() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        database.execute(
                "create type mood as enum ('HAPPY', 'SAD')",
                "create type author as enum ('ONE', 'TWO')",
                "create type \"my-type\" as enum ('ONE', 'TWO')",
                "create table t_author (id bigint primary key, string varchar(20)"
                        + " constraint t_author_string_check check (string in ('A', 'B')), author varchar(20)"
                        + " constraint t_author_author_check check (author in ('C', 'D')), author_id varchar(20)"
                        + " constraint t_author_author_id_check check (author_id in ('E', 'F')), mood varchar(20)"
                        + " constraint t_author_mood_check check (mood in ('E', 'F')), feels mood not null)",
                "create table t_feeling (id bigint primary key, mood mood, kind author, sort \"my-type\","
                        + " sorts \"my-type\"[])");

        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder);

        assertThat(entities.differences()).isEmpty();
        assertThat(text(entities.result(), "Author"))
                .contains("private StringValue string;", "private Author2 author;", "private AuthorId2 authorId;")
                .contains("private Mood2 mood;", "private Mood feels;");
        assertThat(text(entities.result(), "Feeling"))
                .contains("private Mood mood;", "private String kind;", "private String[] sorts;")
                .contains("no class can be called so here");
    }

    @Test
    void whatJakartaPersistence31CannotSayIsNoted() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        database.execute("create table t_rule (id bigint primary key, number integer,"
                + " constraint uk_rule unique (number) deferrable initially deferred)");
        EntitySource rule = new InspectDatabase(database::connect)
                .run(new InspectDatabase.Options(
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new EntityOptions("com.example", "t_", EntityOptions.Keys.CLASS, false)))
                .entities()
                .get(0);

        assertThat(rule.text()).contains("@UniqueConstraint(name = \"uk_rule\"").doesNotContain("options");
        assertThat(rule.notes()).singleElement().asString().contains("\"uk_rule\" is checked at the end");
    }

    private static InspectDatabase.Result inspect(TestDatabase database, String table) {
        SortedSet<String> tables = new TreeSet<>(List.of(table));
        return new InspectDatabase(database::connect)
                .run(new InspectDatabase.Options(
                        tables,
                        new TreeSet<>(),
                        new EntityOptions("com.example", "t_", EntityOptions.Keys.CLASS, true)));
    }

    private static String text(InspectDatabase.Result result, String className) {
        return result.entities().stream()
                .filter(entity -> entity.className().equals(className))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
