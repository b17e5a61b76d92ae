package io.kuaka.it.data;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.now;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.expression.Expression;
import io.kuaka.graph.Target;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/** What SQL says of dates and times on SQLite has the form of what Hibernate and the driver write there. */
class SqliteTimesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Map<String, Object> VALUES = Map.of(
            "day", DAY,
            "clock", LocalTime.of(23, 59, 58),
            "moment", LocalDateTime.of(2024, 7, 1, 12, 30, 15, 123_000_000),
            "instant", Instant.parse("2024-07-01T10:30:15.123Z"));
    private static final ProjectState STATE = new HibernateModelReader(ReaderSettings.of(Visit.class)).read();
    private static final ModelKey KEY = new ModelKey("data", "Visit");

    /** An entity with a field of each kind. */
    @Entity(name = "Visit")
    static class Visit {
        @Id
        Long id;

        LocalDate day;
        LocalTime clock;
        LocalDateTime moment;
        Instant instant;

        static Visit of(long id, LocalDate day) {
            Visit visit = new Visit();
            visit.id = id;
            visit.day = day;
            visit.clock = (LocalTime) VALUES.get("clock");
            visit.moment = (LocalDateTime) VALUES.get("moment");
            visit.instant = (Instant) VALUES.get("instant");
            return visit;
        }
    }

    private static MigrationNode first() {
        List<Operation> operations = new ArrayList<>(List.of(new CreateModel(STATE.model(KEY))));
        VALUES.forEach((name, value) -> operations.add(new AddConstraint(
                "Visit",
                check(
                        "visit_" + name + "_check",
                        field(name).ge(value).and(field(name).le(value))))));
        operations.add(new AddIndex(
                "Visit", index("visit_idx").on("id").unique().where(field("day").eq(DAY))));
        return MigrationDatabase.node("it.0001_initial", List.of(), operations.toArray(Operation[]::new));
    }

    /** Takes all fields away and brings them back with values. */
    private static MigrationNode filling(Map<String, Expression> fills) {
        List<Operation> operations = new ArrayList<>();
        fills.forEach((name, fill) -> {
            operations.add(new RemoveField("Visit", name));
            operations.add(new AddField("Visit", STATE.model(KEY).field(name), fill));
        });
        return MigrationDatabase.node("it.0002_fill", List.of("it.0001_initial"), operations.toArray(Operation[]::new));
    }

    private static MigrationDatabase open(TestDatabase database) throws Exception {
        return new MigrationDatabase(Dialects.forUrl(database.url()), database.connect(), new ArrayList<>());
    }

    private static SessionFactory hibernate(TestDatabase database) {
        return new Configuration()
                .addAnnotatedClass(Visit.class)
                .setProperty("hibernate.connection.url", database.url())
                .buildSessionFactory();
    }

    @Test
    void rulesHoldForWhatHibernateWritesAndValuesOfMigrationsAreReadAlike() throws Exception {
        TestDatabase database = Engine.SQLITE.fresh();
        try (MigrationDatabase run = open(database);
                SessionFactory hibernate = hibernate(database)) {
            run.migrate(List.of(first()), Target.everything());
            hibernate.inTransaction(session -> session.persist(Visit.of(1, DAY)));
            assertThatThrownBy(() -> hibernate.inTransaction(session -> session.persist(Visit.of(2, DAY.minusDays(1)))))
                    .hasMessageContaining("visit_day_check");

            Map<String, Expression> fills = Map.of(
                    "day", value(VALUES.get("day")),
                    "clock", value(VALUES.get("clock")),
                    "moment", value(VALUES.get("moment")),
                    "instant", value(VALUES.get("instant")));
            run.migrate(List.of(first(), filling(fills)), Target.everything());

            hibernate.inTransaction(session -> session.persist(Visit.of(3, DAY)));
            Visit filled = hibernate.fromSession(session -> session.find(Visit.class, 1L));
            assertThat(filled).usingRecursiveComparison().isEqualTo(Visit.of(1, DAY));
            assertThat(run.count("select count(distinct day) + count(distinct clock) + count(distinct moment)"
                            + " + count(distinct instant) from Visit"))
                    .isEqualTo(4);
        }
    }

    @Test
    void thePresentMomentIsReadByHibernate() throws Exception {
        TestDatabase database = Engine.SQLITE.fresh();
        try (MigrationDatabase run = open(database);
                SessionFactory hibernate = hibernate(database)) {
            run.migrate(List.of(first()), Target.everything());
            hibernate.inTransaction(session -> session.persist(Visit.of(1, DAY)));
            Instant before = Instant.now();
            Map<String, Expression> fills = Map.of("day", now(), "clock", now(), "moment", now(), "instant", now());
            run.migrate(List.of(first(), filling(fills)), Target.everything());

            Visit visit = hibernate.fromSession(session -> session.find(Visit.class, 1L));
            assertThat(visit.instant).isBetween(before.minusSeconds(1), before.plus(Duration.ofMinutes(5)));
            assertThat(visit.moment.toLocalDate()).isEqualTo(visit.day);
            assertThat(Duration.between(visit.clock, visit.moment.toLocalTime()))
                    .isLessThan(Duration.ofSeconds(5));
            Visit today = hibernate.fromSession(
                    session -> session.createQuery("from Visit where day = :day and clock = :clock", Visit.class)
                            .setParameter("day", visit.day)
                            .setParameter("clock", visit.clock)
                            .getSingleResult());
            assertThat(today.id).isEqualTo(1);
        }
    }
}
