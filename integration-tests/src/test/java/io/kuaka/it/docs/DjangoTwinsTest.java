package io.kuaka.it.docs;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.Sources;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The migrations of docs/from-django.md do on each database what Django's do. */
@Tag("slow")
class DjangoTwinsTest {
    static final Path SOURCES = Path.of("src", "test", "resources", "twins");

    private static final MigrationKey START = MigrationKey.parse("myapp.0002_add_email");

    @TempDir
    private static Path classes;

    private static List<MigrationNode> nodes;

    @BeforeAll
    static void compile() {
        Sources.compile(SOURCES, classes, List.of(), "-Xlint:all", "-Werror");
        nodes = MigrationLoader.load(Sources.loader(classes), List.of(classes), List.of())
                .migrations();
    }

    @ParameterizedTest
    @EnumSource
    void runForwardBackAndForwardAgain(Engine engine) throws Exception {
        MigrationGraph graph = MigrationGraph.of(nodes);
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.at(START));
            try (Models models =
                    Models.on(run.connection(), "myapp", graph.states().after(START))) {
                fill(models);
            }

            run.migrate(nodes, Target.everything());
            assertMigrated(engine, run, graph);

            run.migrate(nodes, Target.at(START));
            assertThat(run.count("select count(*) from myapp_mymodel where email is null"))
                    .isEqualTo(3);
            run.migrate(nodes, Target.everything());
            assertMigrated(engine, run, graph);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theirTestsPass(Engine engine) throws Exception {
        assertThat(TestsOfAPage.run(
                        engine.fresh(),
                        classes,
                        List.of("com.example.myapp.PopulateEmailFieldTest", "com.example.myapp.TenantIsolationTest")))
                .contains("PopulateEmailFieldTest.populatesEmails passed")
                .contains("TenantIsolationTest.migrationsKeepEachRowWithItsTenant passed");
    }

    private static void fill(Models models) {
        Row ann = models.get("users.Member").create(set("email", "ann@newcompany.com"));
        Model myModel = models.get("MyModel");
        LocalDateTime now = LocalDateTime.now();
        Map<String, Object> first = Map.of(
                "username",
                "ann",
                "slug",
                "One ",
                "status",
                "old",
                "oldField",
                "worn",
                "needsUpdate",
                false,
                "createdAt",
                now.minusDays(60),
                "user",
                ann);
        myModel.create(first);
        myModel.create(Map.of("username", "bob", "slug", "TWO", "status", "x", "needsUpdate", false, "createdAt", now));
        myModel.create(Map.of(
                "username",
                "eve",
                "slug",
                "three 3",
                "status",
                "x",
                "needsUpdate",
                true,
                "createdAt",
                now.minusDays(60)));
    }

    private static void assertMigrated(Engine engine, MigrationDatabase run, MigrationGraph graph) throws Exception {
        try (Models models = Models.on(run.connection(), "myapp", graph.states().atEnd())) {
            assertThat(models.get("MyModel")
                            .select("email", "slug", "newField", "tenant.slug")
                            .orderBy("email")
                            .list())
                    .extracting(Object::toString)
                    .containsExactly(
                            "{email=ann@example.com, slug=one, newField=WORN, tenant.slug=new-tenant}",
                            "{email=bob@example.com, slug=two, newField=null, tenant.slug=default}",
                            "{email=eve@example.com, slug=three-3, newField=null, tenant.slug=default}");
            assertThat(status(models, "ann")).isEqualTo("new");
            assertThat(status(models, "bob")).isEqualTo("active");
            assertThat(status(models, "eve")).isEqualTo("updated");
            assertThat(models.get("MyModel")
                            .filter(field("needsUpdate").eq(true))
                            .exists())
                    .isFalse();
        }
        assertThat(run.indexes("myapp_mymodel")).contains("myapp_mymodel_tenant_user_idx", "mymodel_name_trgm_idx");
        assertThat(run.hasTable("myapp_visit_2024_01")).isEqualTo(engine == Engine.POSTGRESQL);
    }

    private static String status(Models models, String username) {
        return String.valueOf(
                models.get("MyModel").get(field("username").eq(username)).getString("status"));
    }
}
