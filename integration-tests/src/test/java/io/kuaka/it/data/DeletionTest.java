package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.exists;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Query;
import io.kuaka.data.Row;
import io.kuaka.data.delete.ReferencedRowsException;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.expression.Condition;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import io.kuaka.schema.Dialects;
import io.kuaka.state.OnDelete;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that refer to deleted ones do what the state says. */
class DeletionTest {
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final int ROUNDS = Boolean.getBoolean("exhaustive") ? 600 : 60;
    private static final List<String> STARTS = List.of("Place", "Part", "Site", "Truck", "Driver");
    private static final int MANY = 1200;
    private static final Set<Engine> FAMILY_OF_MYSQL = EnumSet.of(Engine.MYSQL, Engine.MARIADB);

    private static final List<MigrationNode> HISTORY = List.of(
            node(
                    "depot.0001_initial",
                    List.of(),
                    new CreateModel(model("Place")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("parent", "depot.Place").nullable())),
                    new CreateModel(model("Part")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("home", "depot.Place").nullable().onDelete(OnDelete.CASCADE),
                                    reference("spare", "depot.Place").nullable().onDelete(OnDelete.SET_NULL),
                                    reference("within", "depot.Part").nullable().onDelete(OnDelete.CASCADE))),
                    // An element collection, a many-to-many one and one that refers to itself.
                    new CreateModel(model("Part.labels")
                            .table("part_label")
                            .fields(reference("part", "depot.Part"), varchar("label", 20))),
                    new CreateModel(model("Part.places")
                            .table("part_place")
                            .fields(
                                    reference("part", "depot.Part").primaryKey(),
                                    reference("place", "depot.Place").primaryKey())),
                    new CreateModel(model("Part.twins")
                            .table("part_twin")
                            .fields(reference("part", "depot.Part"), reference("twin", "depot.Part"))),
                    new CreateModel(model("Order")
                            .table("part_order")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("part", "depot.Part").nullable())),
                    // No foreign keys: the rules are nobody's but ours.
                    new CreateModel(model("Photo")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("part", "depot.Part")
                                            .nullable()
                                            .onDelete(OnDelete.CASCADE)
                                            .withoutForeignKey(),
                                    reference("place", "depot.Place")
                                            .nullable()
                                            .onDelete(OnDelete.SET_DEFAULT)
                                            .defaultTo(7)
                                            .withoutForeignKey(),
                                    reference("origin", "depot.Place")
                                            .nullable()
                                            .onDelete(OnDelete.RESTRICT)
                                            .withoutForeignKey(),
                                    reference("memory", "depot.Place")
                                            .nullable()
                                            .withoutForeignKey())),
                    // Foreign keys alone, which delete some rows and refuse because of others, or of the same.
                    new CreateModel(model("Site").fields(bigint("id").primaryKey())),
                    new CreateModel(model("Driver").fields(bigint("id").primaryKey())),
                    new CreateModel(model("Truck")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("site", "depot.Site").nullable().onDelete(OnDelete.CASCADE),
                                    reference("base", "depot.Site").nullable())),
                    new CreateModel(model("Trip")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("truck", "depot.Truck").nullable().onDelete(OnDelete.CASCADE),
                                    reference("start", "depot.Site").nullable(),
                                    reference("driver", "depot.Driver")
                                            .nullable()
                                            .onDelete(OnDelete.CASCADE))),
                    new CreateModel(
                            model("Fine").fields(bigint("id").primaryKey(), reference("driver", "depot.Driver")))),
            node(
                    "yard.0001_initial",
                    List.of(),
                    new CreateModel(model("Spot")
                            .fields(
                                    bigint("line").primaryKey(),
                                    bigint("number").primaryKey(),
                                    varchar("code", 20),
                                    bigint("tenant"))
                            .constraints(unique("spot_code_key").on("code"))),
                    new CreateModel(model("Car")
                            .fields(
                                    bigint("id").primaryKey(),
                                    bigint("tenant"),
                                    reference("spot", "yard.Spot")
                                            .columns("spot_line", "spot_number")
                                            .nullable()
                                            .onDelete(OnDelete.CASCADE))),
                    new CreateModel(model("Sign")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("spot", "yard.Spot")
                                            .toFields("code")
                                            .column("spot_code")
                                            .nullable()
                                            .onDelete(OnDelete.SET_NULL)
                                            .withoutForeignKey())),
                    new CreateModel(model("Permit")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("car", "yard.Car").onDelete(OnDelete.RESTRICT)))),
            node(
                    "club.0001_initial",
                    List.of(),
                    new CreateModel(model("Person").fields(bigint("id").primaryKey())),
                    new CreateModel(model("Person.friends")
                            .table("person_friend")
                            .fields(reference("person", "club.Person"), reference("friend", "club.Person"))),
                    new CreateModel(
                            model("Category").fields(bigint("id").primaryKey(), reference("parent", "club.Category"))),
                    new CreateModel(model("Team").fields(bigint("id").primaryKey())),
                    new CreateModel(model("Member").fields(bigint("id").primaryKey(), reference("team", "club.Team"))),
                    new AddField(
                            "Team",
                            reference("captain", "club.Member").nullable().onDelete(OnDelete.CASCADE))));

    /** Work on models, in a transaction that is rolled back. */
    private interface Work {
        void on(Connection connection, Models depot) throws SQLException;
    }

    private static void withModels(Engine engine, String app, boolean checksForeignKeys, Work work)
            throws SQLException {
        MigrationGraph graph = MigrationGraph.of(HISTORY);
        try (Connection connection = engine.fresh().connect()) {
            new Executor(Dialects.of(connection), connection, MigrationListener.silent())
                    .run(graph, graph.plan(Target.everything()));
            if (!checksForeignKeys) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            switch (engine) {
                                case SQLITE -> "pragma foreign_keys = off";
                                case H2 -> "set referential_integrity false";
                                case POSTGRESQL -> "set session_replication_role = replica";
                                case MARIADB, MYSQL -> "set foreign_key_checks = 0";
                            });
                }
            }
            connection.setAutoCommit(false);
            try (Models models = Models.on(connection, app, graph.states().atEnd())) {
                work.on(connection, models);
            }
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletesClearsAndRefusesWhatJavaDoes(Engine engine) throws SQLException {
        withModels(engine, "depot", true, (connection, models) -> compare(engine + "", connection, models));
    }

    @ParameterizedTest
    @EnumSource
    void doesTheSameWhereForeignKeysAreNotChecked(Engine engine) throws SQLException {
        withModels(engine, "depot", false, (connection, models) -> compare(engine + ", unchecked", connection, models));
    }

    private static void compare(String what, Connection connection, Models models) throws SQLException {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Depot depot = Depot.random(random);
            depot.insert(models);
            assertThat(Depot.read(models).rows()).isEqualTo(depot.rows());
            String table = STARTS.get(random.nextInt(STARTS.size()));
            boolean isByCondition = random.nextInt(3) == 0;
            table = isByCondition ? "Place" : table;
            List<Long> some = isByCondition ? depot.placesThatAreHomes() : depot.some(table, random);
            Condition condition =
                    isByCondition ? exists("Part.home") : field("id").in(some.toArray());
            Query rows = models.get(table).filter(condition);
            String context = "%s, round %d of seed %d: %s %s of %s".formatted(what, i, SEED, table, some, depot.rows());

            List<String> refused = depot.delete(table, some);
            if (refused.isEmpty()) {
                assertThat(rows.delete()).as(context).isEqualTo(some.size());
            } else {
                assertThatThrownBy(rows::delete)
                        .as(context)
                        .isInstanceOfSatisfying(ReferencedRowsException.class, e -> assertThat(e.references())
                                .isEqualTo(refused));
            }
            assertThat(Depot.read(models).rows()).as(context).isEqualTo(depot.rows());
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void followsKeysOfSeveralColumnsAndOtherFieldsThanKeys(Engine engine) throws SQLException {
        withModels(engine, "yard", true, (connection, models) -> {
            for (long number = 1; number <= 3; number++) {
                models.get("Spot")
                        .create(set("line", 1), set("number", number), set("code", "c" + number), set("tenant", 1));
                models.get("Car").create(Map.of("id", number, "tenant", 1, "spot", List.of(1L, number)));
                models.get("Sign").create(set("id", number), set("spot", "c" + number));
            }
            models.get("Permit").create(set("id", 1), set("car", 3));

            Query two = models.get("Spot").filter(field("number").le(2));
            assertThat(two.delete()).isEqualTo(2);
            assertThat(models.get("Car").all().list()).extracting(Row::key).containsExactly(3L);
            assertThat(models.get("Sign").filter(field("spot").isNull()).count())
                    .isEqualTo(2);
            assertThatThrownBy(() -> models.get("Spot").delete())
                    .isInstanceOf(ReferencedRowsException.class)
                    .hasMessage("Rows of model \"yard.Spot\" can't be deleted, because others refer to them:"
                            + " \"yard.Permit.car\" (1 row). Nothing was deleted. Delete these rows or change their"
                            + " references first.");
            assertThat(models.get("Spot").count()).isEqualTo(1);
            models.get("Permit").first().orElseThrow().delete();
            models.get("Spot").first().orElseThrow().delete();
            assertThat(models.get("Car").count()).isZero();
        });
    }

    /** More than fit into one statement. */
    @ParameterizedTest
    @EnumSource
    void countsWhatStaysOfManyRowsWithoutKeys(Engine engine) throws SQLException {
        withModels(engine, "club", true, (connection, models) -> {
            people(models, MANY + 3);
            // Those of the last three stay, whoever their friend is.
            models.get("Person.friends")
                    .bulkCreate(LongStream.rangeClosed(1, MANY + 3)
                            .mapToObj(i -> Map.of("person", i, "friend", 1 + i * 7 % (MANY + 3)))
                            .toList());
            Query many = models.get("Person").filter(field("id").le(MANY));

            assertThatThrownBy(many::delete)
                    .isInstanceOf(ReferencedRowsException.class)
                    .hasMessageContaining("\"club.Person.friends.friend\" (3 rows)");

            models.get("Person.friends").filter(field("person").gt(MANY)).delete();
            assertThat(many.delete()).isEqualTo(MANY);
            assertThat(models.get("Person.friends").count()).isZero();
            assertThat(models.get("Person").count()).isEqualTo(3);
        });
    }

    /** A statement of PostgreSQL has 65,535 parameters at most. */
    @Test
    void deletesMoreRowsThanAStatementHasParameters() throws SQLException {
        int rows = 66_000;
        withModels(Engine.POSTGRESQL, "club", true, (connection, models) -> {
            people(models, rows);
            models.get("Person.friends").create(set("person", 1), set("friend", rows));

            assertThat(models.get("Person").delete()).isEqualTo(rows);
            assertThat(models.get("Person.friends").count()).isZero();
        });
    }

    private static void people(Models models, int people) {
        models.get("Person")
                .bulkCreate(LongStream.rangeClosed(1, people)
                        .mapToObj(i -> Map.of("id", i))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void deletesTreesWhoseRowsAlwaysHaveAParentLeavesFirst(Engine engine) throws SQLException {
        withModels(engine, "club", true, (connection, models) -> {
            Random random = new Random(SEED);
            List<Long> ids =
                    new ArrayList<>(LongStream.rangeClosed(1, MANY).boxed().toList());
            Collections.shuffle(ids, random);
            Model categories = models.get("Category");
            for (int i = 0; i < MANY; i++) {
                categories.create(set("id", ids.get(i)), set("parent", ids.get(random.nextInt(Math.max(i, 1)))));
            }
            Query all = categories.exclude(field("id").eq(ids.get(0)));

            assertThat(all.delete()).isEqualTo(MANY - 1);
            if (FAMILY_OF_MYSQL.contains(engine)) {
                assertThatThrownBy(categories::delete)
                        .isInstanceOf(ReferencedRowsException.class)
                        .hasMessage("Rows of model \"club.Category\" can't be deleted, because 1 of them refer to"
                                + " themselves or to each other in a circle by \"club.Category.parent\", which can't"
                                + " be null. Nothing was deleted. Make it nullable in an earlier migration.");
            } else {
                assertThat(categories.delete()).isEqualTo(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoModelsThatReferToEachOtherTheOneWhoseReferenceIsNeverNullGoesFirst(Engine engine) throws SQLException {
        withModels(engine, "club", true, (connection, models) -> {
            models.get("Team").create(set("id", 1));
            models.get("Member").create(set("id", 1), set("team", 1));
            models.get("Team").update(set("captain", 1));

            assertThat(models.get("Member").delete()).isEqualTo(1);
            assertThat(models.get("Team").count()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void deletesCirclesOfRowsWhereOneStatementCan(Engine engine) throws SQLException {
        withModels(engine, "club", true, (connection, models) -> {
            Model categories = models.get("Category");
            for (long id = 1; id <= MANY; id++) {
                categories.create(set("id", id), set("parent", Math.max(1, id - 1)));
            }
            Query some = categories.filter(field("id").le(3));
            categories.filter(field("id").gt(3)).delete();
            some.filter(field("id").eq(1)).update(set("parent", 3));

            if (engine == Engine.POSTGRESQL || engine == Engine.SQLITE) {
                assertThat(some.delete()).isEqualTo(3);
            } else {
                assertThatThrownBy(some::delete)
                        .isInstanceOf(ReferencedRowsException.class)
                        .hasMessageContaining("because 3 of them refer to");
                assertThat(some.count()).isEqualTo(3);
            }
        });
    }

    /** The transaction of a migration is begun by a statement, which JDBC doesn't know of. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void aDeletionIsPartOfTheTransactionOfItsMigration(Engine engine) throws SQLException {
        List<MigrationNode> nodes = new ArrayList<>(HISTORY);
        nodes.add(node("depot.0002_rows", List.of("depot.0001_initial"), new RunJava(models -> {
            models.get("Part").create(set("id", 1));
            models.get("Part.labels").create(set("part", 1), set("label", "red"));
        })));
        List<MigrationNode> failing = new ArrayList<>(nodes);
        failing.add(node("depot.0003_delete", List.of("depot.0002_rows"), new RunJava(models -> {
            models.get("Part").delete();
            throw new IllegalStateException("Not this time.");
        })));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.everything());

            assertThatThrownBy(() -> run.migrate(failing, Target.everything())).hasMessageContaining("Not this time.");

            assertThat(run.count("select count(*) from part_label")).isEqualTo(1);
            assertThat(run.applied()).hasSize(nodes.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTenantDoesNotDeleteRowsOfAnother(Engine engine) throws SQLException {
        withModels(engine, "yard", true, (connection, models) -> {
            models.get("Spot").create(set("line", 1), set("number", 1), set("code", "a"), set("tenant", 1));
            models.get("Spot").create(set("line", 1), set("number", 2), set("code", "b"), set("tenant", 1));
            models.get("Car").create(Map.of("id", 1, "tenant", 1, "spot", List.of(1L, 1L)));
            models.get("Car").create(Map.of("id", 2, "tenant", 2, "spot", List.of(1L, 2L)));
            Models one = models.asTenant("tenant", 1);

            assertThatThrownBy(() -> one.get("Spot").delete())
                    .isInstanceOf(ReferencedRowsException.class)
                    .hasMessageContaining("rows of other tenants refer to them: \"yard.Car.spot\" (1 row)");
            assertThat(one.get("Spot").filter(field("number").eq(1)).delete()).isEqualTo(1);
            assertThat(models.get("Car").all().list()).extracting(Row::key).containsExactly(2L);
        });
    }
}
