package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.junit.KuakaAssertions.assertTenantIsolation;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.data.tenant.MixedTenantsException;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Historical models of one tenant, and rows that move from one to another. */
class TenantsTest {
    private static final List<MigrationNode> HISTORY = List.of(
            node(
                    "users.0001_initial",
                    List.of(),
                    new CreateModel(model("Tenant").fields(bigint("id").primaryKey(), varchar("slug", 40))),
                    new CreateModel(model("Member")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("email", 60),
                                    reference("tenant", "users.Tenant")))),
            node(
                    "wiki.0001_initial",
                    List.of("users.0001_initial"),
                    new CreateModel(model("Topic").fields(bigint("id").primaryKey(), varchar("name", 40))),
                    new CreateModel(model("Page")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("slug", 40),
                                    reference("tenant", "users.Tenant"),
                                    reference("author", "users.Member").nullable(),
                                    reference("parent", "wiki.Page").nullable(),
                                    reference("topic", "wiki.Topic").nullable())),
                    new CreateModel(model("Page.readers")
                            .table("page_reader")
                            .fields(reference("page", "wiki.Page"), reference("reader", "users.Member"))),
                    new CreateModel(model("Note")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("text", 40),
                                    reference("tenant", "users.Tenant"),
                                    reference("page", "wiki.Page")))),
            node(
                    "wiki.0002_more",
                    List.of("wiki.0001_initial"),
                    // A joined subclass of a page, and what refers to it.
                    new CreateModel(model("Guide")
                            .fields(reference("id", "wiki.Page").column("id").primaryKey(), varchar("level", 20))),
                    new CreateModel(model("Bookmark")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("tenant", "users.Tenant"),
                                    reference("guide", "wiki.Guide"))),
                    // A key of two columns.
                    new CreateModel(model("Cell")
                            .fields(
                                    bigint("line").primaryKey(),
                                    bigint("place").primaryKey(),
                                    reference("tenant", "users.Tenant"))),
                    new CreateModel(model("Formula")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("tenant", "users.Tenant"),
                                    reference("cell", "wiki.Cell")
                                            .columns("cell_line", "cell_place")
                                            .nullable())),
                    // The tenant as a value, and as something else than its key.
                    new CreateModel(
                            model("Label").fields(bigint("id").primaryKey(), bigint("owner"), varchar("text", 40))),
                    new CreateModel(model("Stamp")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("code", 40).column("code"),
                                    reference("holder", "users.Tenant")
                                            .toFields("slug")
                                            .column("code")
                                            .withoutForeignKey()))));

    /** Work on two tenants, each with a member, a page and a note. */
    private interface Work {
        void on(Models models, Models one, Models two) throws SQLException;
    }

    private static void withTwoTenants(Engine engine, Work work) throws SQLException {
        MigrationGraph graph = MigrationGraph.of(HISTORY);
        try (Connection connection = engine.fresh().connect()) {
            new Executor(Dialects.of(connection), connection, MigrationListener.silent())
                    .run(graph, graph.plan(Target.everything()));
            try (Models models = Models.on(connection, "wiki", graph.states().atEnd())) {
                models.get("Topic").create(set("id", 1), set("name", "birds"));
                for (long id = 1; id <= 2; id++) {
                    models.get("users.Tenant").create(set("id", id), set("slug", "t" + id));
                    Models own = models.asTenant("tenant", id);
                    own.get("users.Member").create(set("id", id), set("email", "m" + id + "@example.com"));
                    own.get("Page").create(set("id", id), set("slug", "home"), set("author", id), set("topic", 1));
                    own.get("Page.readers").create(set("page", id), set("reader", id));
                    own.get("Note").create(set("id", id), set("text", "hello"), set("page", id));
                }
                work.on(models, models.asTenant("tenant", 1), models.asTenant("tenant", 2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTenantSeesAndChangesItsOwnRowsOnly(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            assertThat(one.get("Page").all().list()).extracting(Row::key).containsExactly(1L);
            assertThat(two.get("Page.readers").count()).isEqualTo(1);
            assertThat(one.get("Topic").count()).isEqualTo(1);
            assertThat(one.get("Page").filter(field("id").eq(2)).exists()).isFalse();

            assertThat(one.get("Page").update(set("slug", "start"))).isEqualTo(1);
            assertThat(two.get("Page").get(field("slug").eq("home")).key()).isEqualTo(2L);
            assertThat(one.get("Note").delete()).isEqualTo(1);
            assertThat(models.get("Note").all().list()).extracting(Row::key).containsExactly(2L);
            assertThat(one.get("Page.readers").delete()).isEqualTo(1);
            assertThat(models.get("Page.readers").count()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatIsWrittenBelongsOrRefersToAnotherTenant(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            Row page = one.get("Page").first().orElseThrow();
            Row other = two.get("Page").first().orElseThrow();
            Map<String, Object> note = new HashMap<>(Map.of("id", 9, "text", "mine", "page", other));

            assertThatThrownBy(() -> one.get("Note").create(note))
                    .isInstanceOf(MixedTenantsException.class)
                    .hasMessage("Field \"page\" of model \"wiki.Note\" can't refer to 2: tenant 1 has no such row.");
            assertThatThrownBy(() -> one.get("Note").bulkCreate(List.of(note)))
                    .isInstanceOf(MixedTenantsException.class);
            assertThatThrownBy(() -> page.set("parent", 2)).isInstanceOf(MixedTenantsException.class);
            assertThatThrownBy(() -> page.set("tenant", 2))
                    .hasMessage(
                            "Field \"tenant\" of model \"wiki.Page\" can only be 1 here: these are the models of that"
                                    + " tenant. Move rows to another tenant by models.get(\"wiki.Page\").filter(...)"
                                    + ".moveTo(tenant).");
            assertThatThrownBy(() -> one.get("Page").update(set("tenant", field("id"))))
                    .isInstanceOf(MixedTenantsException.class);
            assertThatThrownBy(() -> one.get("Page").update(set("tenant", null)))
                    .isInstanceOf(MixedTenantsException.class);
            assertThatThrownBy(() -> models.asTenant("shop", 1)).isInstanceOf(MixedTenantsException.class);

            page.set("parent", page).save();
            assertThat(one.get("Page").filter(field("parent").eq(1)).count()).isEqualTo(1);
            assertThat(models.get("Note").count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rowsMoveWithThoseThatReferToThem(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            one.get("Page").create(set("id", 3), set("slug", "child"), set("parent", 1));
            Model members = one.get("users.Member");

            // The member's pages, their children and notes, and the links between them.
            assertThat(members.filter(field("email").endsWith("@example.com")).moveTo(2))
                    .isEqualTo(4);

            assertThat(one.get("Page").exists()).isFalse();
            assertThat(two.get("Page").count()).isEqualTo(3);
            assertThat(two.get("Note").count()).isEqualTo(2);
            assertThat(two.get("Page.readers").count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatWouldReferBackToTheOldTenantAreListedAndNothingMoves(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            assertThatThrownBy(() -> one.get("Page").all().moveTo(2))
                    .hasMessage("Rows of model \"wiki.Page\" can't be moved to tenant 2: rows that would move refer to"
                            + " rows that would stay: wiki.Page.author (1 row), wiki.Page.readers.reader (1 row)."
                            + " Nothing was moved. Move or copy these rows first, or clear the references.");
            assertThat(one.get("Page").count()).isEqualTo(1);

            one.get("Page").update(set("author", null));
            one.get("Page.readers").delete();
            assertThat(one.get("Page")
                            .all()
                            .moveTo(models.get("users.Tenant").get(field("slug").eq("t2"))))
                    .isEqualTo(2);
            assertThat(two.get("Note").count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfAJoinedSubclassHaveTheTenantOfTheirSuperclass(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            guides(one, 1);
            guides(two, 2);
            two.get("Page").create(set("id", 3), set("slug", "other"));

            assertThat(one.get("Guide").update(set("level", "new"))).isEqualTo(1);
            assertThat(two.get("Guide").first().orElseThrow().getString("level"))
                    .isEqualTo("old");
            assertThat(one.get("Guide").filter(field("id").eq(2)).delete()).isZero();
            assertThatThrownBy(() -> one.get("Guide").create(set("id", 3), set("level", "mine")))
                    .isInstanceOf(MixedTenantsException.class);
            assertThatThrownBy(() -> one.get("Bookmark").update(set("guide", 2)))
                    .hasMessage(
                            "Field \"guide\" of model \"wiki.Bookmark\" can't refer to 2: tenant 1 has no such row.");

            assertTenantIsolation(models, "tenant");
            models.get("Bookmark").filter(field("id").eq(1)).update(set("guide", 2));
            assertThatThrownBy(() -> assertTenantIsolation(models, "tenant"))
                    .hasMessage("Tenants are mixed:\n"
                            + "  - wiki.Bookmark has 1 row whose \"guide\" belongs to another tenant");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfAJoinedSubclassMoveWithThoseOfTheirSuperclass(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            guides(one, 1);

            // The member, the page, its note, and the bookmark of the guide that the page is.
            assertThat(one.get("users.Member").all().moveTo(2)).isEqualTo(4);
            assertThat(two.get("Guide").count()).isEqualTo(1);
            assertThat(two.get("Bookmark").count()).isEqualTo(1);
            assertTenantIsolation(models, "tenant");

            two.get("Page.readers").delete();
            two.get("Page").update(set("author", null));
            assertThat(two.get("Guide").all().moveTo(1)).isEqualTo(3);
            assertThat(one.get("Page").all().list()).extracting(Row::key).containsExactly(1L);
            assertThat(one.get("Note").count()).isEqualTo(1);
            assertTenantIsolation(models, "tenant");
        });
    }

    private static void guides(Models own, long id) {
        own.get("Guide").create(set("id", id), set("level", "old"));
        own.get("Bookmark").create(set("id", id), set("guide", id));
    }

    @ParameterizedTest
    @EnumSource
    void columnsAndPathsToKeysAreCheckedAsFieldsAre(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            Row page = one.get("Page").first().orElseThrow();
            Model pages = one.get("Page");
            for (String name : List.of("tenant", "tenant_id", "tenant.id", "author", "author_id", "author.id")) {
                assertThatThrownBy(() -> pages.update(set(name, 2))).as(name).isInstanceOf(MixedTenantsException.class);
                assertThatThrownBy(() -> page.set(name, 2)).as(name).isInstanceOf(MixedTenantsException.class);
                assertThatThrownBy(() -> pages.create(set("id", 9), set("slug", "x"), set(name, 2)))
                        .as(name)
                        .isInstanceOf(MixedTenantsException.class);
                assertThatThrownBy(() -> pages.update(set(name, field("id"))))
                        .as(name)
                        .isInstanceOf(MixedTenantsException.class);
                assertThat(pages.update(set(name, 1))).as(name).isEqualTo(1);
            }
            assertThat(pages.create(set("id", 9), set("slug", "x"), set("tenant_id", 1))
                            .getLong("tenant"))
                    .isEqualTo(1);
            assertTenantIsolation(models, "tenant");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatOtherModelsReadAreNotUpdatedInBulk(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            List<Row> rows = models.get("Page").all().list();
            rows.forEach(row -> row.set("slug", "changed"));

            assertThatThrownBy(() -> one.get("Page").bulkUpdate(rows, "slug"))
                    .isInstanceOf(MixedTenantsException.class)
                    .hasMessageContaining("Nothing was updated");
            assertThatThrownBy(() ->
                            one.get("Page").bulkUpdate(two.get("Page").all().list(), "slug"))
                    .isInstanceOf(MixedTenantsException.class);
            assertThat(models.get("Page").filter(field("slug").eq("changed")).exists())
                    .isFalse();

            List<Row> own = one.get("Page").all().list();
            own.forEach(row -> row.set("slug", "changed"));
            assertThat(one.get("Page").bulkUpdate(own, "slug")).isEqualTo(1);
            assertThat(two.get("Page").first().orElseThrow().getString("slug")).isEqualTo("home");
        });
    }

    @ParameterizedTest
    @EnumSource
    void referencesOfSeveralColumnsAreChecked(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            Row own = one.get("Cell").create(set("line", 1), set("place", 1));
            Row other = two.get("Cell").create(set("line", 1), set("place", 2));
            Map<String, Object> formula = new HashMap<>(Map.of("id", 1, "cell", other));

            assertThatThrownBy(() -> one.get("Formula").create(formula))
                    .hasMessage(
                            "Field \"cell\" of model \"wiki.Formula\" can't refer to [1, 2]: tenant 1 has no such row.");
            formula.put("cell", own);
            Row made = one.get("Formula").create(formula);
            assertThatThrownBy(() -> made.set("cell", List.of(1, 2))).isInstanceOf(MixedTenantsException.class);
            assertThatThrownBy(() -> made.set("cell_place", 2))
                    .hasMessageContaining("can only be set as a whole here, not without its column cell_line");
            one.get("Formula").create(set("id", 2));
            assertTenantIsolation(models, "tenant");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTenantCanBeTheRowWhateverTheAttributeIs(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            Row first = models.get("users.Tenant").get(field("id").eq(1));
            Row second = models.get("users.Tenant").get(field("id").eq(2));

            models.asTenant("owner", first).get("Label").create(set("id", 1), set("text", "x"));
            assertThat(models.asTenant("owner", first).get("Label").all().moveTo(second))
                    .isEqualTo(1);
            assertThat(models.asTenant("owner", 2).get("Label").count()).isEqualTo(1);

            for (String attribute : List.of("holder", "code")) {
                models.get("Stamp").delete();
                models.asTenant(attribute, first).get("Stamp").create(set("id", 1));
                assertThat(models.get("Stamp").first().orElseThrow().getString("code"))
                        .isEqualTo("t1");
                assertThat(models.asTenant(attribute, first).get("Stamp").all().moveTo(second))
                        .isEqualTo(1);
                assertThat(models.asTenant(attribute, second).get("Stamp").count())
                        .isEqualTo(1);
            }
        });
    }

    /** As if it had been written while the rows were moved: the keys to move are those of the old tenant. */
    @ParameterizedTest
    @EnumSource
    void aMoveThatLeavesTenantsMixedIsTakenBack(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            models.get("users.Tenant").create(set("id", 3), set("slug", "t3"));
            models.get("Note").filter(field("id").eq(2)).update(set("page", 1));

            assertThatThrownBy(() -> one.get("users.Member").all().moveTo(3))
                    .isInstanceOf(MixedTenantsException.class)
                    .hasMessageContaining("rows of two tenants would refer to each other: wiki.Note.page (1 row)");
            assertThat(models.connection().getAutoCommit()).isTrue();
            assertThat(one.get("Page").count()).isEqualTo(1);
            assertThat(models.asTenant("tenant", 3).get("users.Member").count()).isZero();
        });
    }

    /** Whatever is moved, no row refers to one of another tenant afterwards, and no row is lost. */
    @ParameterizedTest
    @EnumSource
    void afterAnyMoveNoReferenceLeadsFromOneTenantToAnother(Engine engine) throws SQLException {
        withTwoTenants(engine, (models, one, two) -> {
            Random random = new Random(15);
            for (long id = 10; id < 40; id++) {
                Models own = random.nextBoolean() ? one : two;
                List<Row> pages = own.get("Page").all().list();
                own.get("Page")
                        .create(
                                set("id", id),
                                set("slug", "p" + id),
                                set(
                                        "parent",
                                        pages.get(random.nextInt(pages.size())).key()));
                own.get("Note").create(set("id", id), set("text", "n" + id), set("page", id));
            }
            long rows = models.get("Page").count() + models.get("Note").count();
            for (int i = 0; i < 12; i++) {
                long id = 10 + random.nextInt(30);
                Models from = random.nextBoolean() ? one : two;
                try {
                    from.get("Page").filter(field("id").eq(id)).moveTo(from == one ? 2 : 1);
                } catch (MixedTenantsException e) {
                    assertThat(e).hasMessageContaining("refer to rows that would stay");
                }
                assertThat(crossing(models)).isZero();
            }
            assertThat(models.get("Page").count() + models.get("Note").count()).isEqualTo(rows);
        });
    }

    private static long crossing(Models models) {
        return models.get("Page")
                        .filter(field("parent.tenant").ne(field("tenant")))
                        .count()
                + models.get("Note")
                        .filter(field("page.tenant").ne(field("tenant")))
                        .count();
    }
}
