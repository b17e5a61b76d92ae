package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.array;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.inet;
import static io.kuaka.state.Fields.json;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.sqlType;
import static io.kuaka.state.Fields.type;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ProjectState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Historical models and Hibernate read what the other one wrote, whatever the type. */
@Isolated("changes the time zone of the JVM")
class HistoricalValuesTest {
    private static final UUID ID = UUID.fromString("0b4de1a5-8d6e-4f6c-9ae2-25b9e2b1c9f1");
    private static final Map<String, Object> VALUES = values();
    private static final ProjectState STATE = new HibernateModelReader(ReaderSettings.of(Keepsake.class)).read();

    private static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", ID);
        values.put("name", "It's \"quoted\"");
        values.put("flag", true);
        values.put("small", (short) -7);
        values.put("big", Long.MAX_VALUE);
        values.put("ratio", 0.125);
        values.put("price", new BigDecimal("12345.67"));
        values.put("bytes", new byte[] {0, 1, -1});
        values.put("birthday", LocalDate.of(2024, 2, 29));
        values.put("wake", LocalTime.of(23, 59, 58));
        values.put("moment", LocalDateTime.of(2024, 7, 1, 12, 30, 15, 123_000_000));
        values.put("instant", Instant.parse("2024-07-01T10:30:15.123Z"));
        values.put("arrival", Instant.parse("2023-01-01T00:00:00.5Z"));
        values.put("length", Duration.ofDays(400).plusNanos(1));
        values.put("kind", "LARGE");
        values.put("ordinal", "LARGE");
        values.put("story", "Once upon a time");
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void hibernateReadsWhatModelsWrote(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        try (SessionFactory hibernate = hibernate(database);
                Connection connection = database.connect();
                Models models = Models.on(connection, "data", STATE)) {
            connection.setAutoCommit(false);
            models.get("Keepsake").create(VALUES);
            connection.commit();

            Keepsake read = hibernate.fromSession(session -> session.find(Keepsake.class, ID));

            assertThat(read)
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(keepsake());
        }
    }

    @ParameterizedTest
    @EnumSource
    void modelsReadWhatHibernateWrote(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        try (SessionFactory hibernate = hibernate(database);
                Connection connection = database.connect();
                Models models = Models.on(connection, "data", STATE)) {
            hibernate.inTransaction(session -> session.persist(keepsake()));
            connection.setAutoCommit(false);

            Row row = models.get("Keepsake").first().orElseThrow();

            VALUES.forEach((name, value) -> {
                Object read = row.get(name);
                Object comparable = read instanceof BigDecimal number ? number.setScale(2) : read;
                assertThat(comparable).as(name).isEqualTo(value);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsRowsByValuesOfEveryTypeThatCanBeCompared(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        try (SessionFactory hibernate = hibernate(database);
                Connection connection = database.connect();
                Models models = Models.on(connection, "data", STATE)) {
            hibernate.inTransaction(session -> session.persist(keepsake()));
            Model keepsakes = models.get("Keepsake");

            VALUES.forEach((name, value) -> {
                if (!name.equals("story")) {
                    assertThat(keepsakes.filter(field(name).eq(value)).count())
                            .as(name)
                            .isEqualTo(1);
                    assertThat(keepsakes.filter(field(name).ne(value)).count())
                            .as(name)
                            .isZero();
                }
            });
        }
    }

    /**
     * Hibernate keeps moments in UTC where columns have no zone; models wrote them in the zone of the JVM. H2 runs in this
     * JVM and notices no change of its zone.
     */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
    void momentsDontDependOnTheZoneOfTheJvm(Engine engine) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        try {
            hibernateReadsWhatModelsWrote(engine);
            modelsReadWhatHibernateWrote(engine);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void jsonStaysJson(Engine engine) throws Exception {
        ProjectState state = ProjectState.empty()
                .withModel("it", model("Thing").fields(bigint("id").primaryKey().identity(), json("data")));
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = Models.on(shop.connection(), "it", state)) {
            shop.create(state, "it.Thing");

            Row row = models.get("Thing").create(Map.of("data", "{\"a\": [1, null]}"));

            assertThat(String.valueOf(row.get("data")).replace(" ", "")).isEqualTo("{\"a\":[1,null]}");
        }
    }

    @Test
    void valuesOfPostgresqlsOwnTypesComeBack() throws Exception {
        ProjectState state = ProjectState.empty()
                .withModel(
                        "it",
                        model("Thing")
                                .fields(
                                        bigint("id").primaryKey().identity(),
                                        json("data"),
                                        inet("address"),
                                        array("tags", type(varchar("", 20))),
                                        array("codes", type(uuid(""))),
                                        array("days", type(date(""))),
                                        nativeEnum("mood", "moods", "GLAD", "SAD"),
                                        sqlType("spot", "point"),
                                        sqlType("secret", "bytea")));
        try (HistoricalShop shop = HistoricalShop.open(Engine.POSTGRESQL);
                Models models = Models.on(shop.connection(), "it", state)) {
            shop.create(state, "it.Thing");
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("data", "{\"a\": [1, null]}");
            values.put("address", "10.0.0.1");
            values.put("tags", List.of("a", "b \"c\"", "null", "d\\e,{}"));
            values.put("codes", List.of(ID));
            values.put("days", List.of(LocalDate.of(2024, 2, 29)));
            values.put("mood", "SAD");
            values.put("spot", "(1,2)");
            values.put("secret", new byte[] {1, 2});

            Row row = models.get("Thing").create(values);

            values.forEach((name, value) -> assertThat(row.get(name)).as(name).isEqualTo(value));
            assertThat(models.get("Thing").filter(field("mood").eq("SAD")).update(set("mood", "GLAD")))
                    .isEqualTo(1);
            assertThat(models.get("Thing")
                            .filter(field("address").eq("10.0.0.1").and(sql("data ?? 'a'")))
                            .exists())
                    .isTrue();
        }
    }

    private static Keepsake keepsake() {
        Keepsake keepsake = new Keepsake();
        keepsake.id = ID;
        keepsake.name = "It's \"quoted\"";
        keepsake.flag = true;
        keepsake.small = -7;
        keepsake.big = Long.MAX_VALUE;
        keepsake.ratio = 0.125;
        keepsake.price = new BigDecimal("12345.67");
        keepsake.bytes = new byte[] {0, 1, -1};
        keepsake.birthday = LocalDate.of(2024, 2, 29);
        keepsake.wake = LocalTime.of(23, 59, 58);
        keepsake.moment = LocalDateTime.of(2024, 7, 1, 12, 30, 15, 123_000_000);
        keepsake.instant = Instant.parse("2024-07-01T10:30:15.123Z");
        keepsake.arrival = Instant.parse("2023-01-01T00:00:00.5Z").atOffset(ZoneOffset.UTC);
        keepsake.length = Duration.ofDays(400).plusNanos(1);
        keepsake.kind = Keepsake.Kind.LARGE;
        keepsake.ordinal = Keepsake.Kind.LARGE;
        keepsake.story = "Once upon a time";
        return keepsake;
    }

    /** The table is Hibernate's own, so that only values are at stake here. */
    private static SessionFactory hibernate(TestDatabase database) {
        return new Configuration()
                .addAnnotatedClass(Keepsake.class)
                .setProperty("hibernate.connection.url", database.url())
                .setProperty("hibernate.connection.username", database.user())
                .setProperty("hibernate.connection.password", database.password())
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .buildSessionFactory();
    }
}
