package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Drift;
import io.kuaka.command.Migrate;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFolders;
import io.kuaka.command.tenant.AdoptTenant;
import io.kuaka.data.Models;
import io.kuaka.data.QueryFailedException;
import io.kuaka.data.Row;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.Sources;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.junit.KuakaAssertions;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.state.ModelKey;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The migrations of an adoption as they are written, compiled and run. The table of the tenants has a reserved word as its name; an index
 * and a constraint, both with a name that they keep, serve foreign keys.
 */
class TenantAdoptionTest {
    private static final List<MigrationNode> HISTORY = List.of(
            node(
                    "users.0001_initial",
                    List.of(),
                    new CreateModel(model("Tenant")
                            .table("user")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("slug", 40).column("`Group`").unique(),
                                    varchar("name", 80)))),
            node(
                    "wiki.0001_initial",
                    List.of(),
                    new CreateModel(model("Author")
                            .table("author")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("email", 80).unique())),
                    new CreateModel(model("Page")
                            .table("page")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("slug", 40),
                                    reference("author", "wiki.Author"),
                                    reference("reviewer", "wiki.Author").nullable())
                            .indexes(
                                    index("page_author_idx").on("author", "-slug"),
                                    index("page_slug_idx").on("slug"))
                            .constraints(
                                    unique("page_slug_key").on("slug"),
                                    unique("page_reviewer_key").on("reviewer")))));

    private static final AdoptTenant.Options OPTIONS = new AdoptTenant.Options(
            List.of(ModelKey.parse("wiki.Page"), ModelKey.parse("wiki.Author")),
            ModelKey.parse("users.Tenant"),
            "tenant",
            null,
            "main-shop",
            false);

    @TempDir
    private static Path folder;

    private static AdoptTenant.Result adopted;

    @BeforeAll
    static void adopt() throws IOException {
        for (MigrationNode migration : HISTORY) {
            MigrationFile file = MigrationWriter.write(
                    migration, "com.example." + migration.key().app() + ".migrations", List.of());
            Path path = folder.resolve("src").resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
        adopted = new AdoptTenant(project(), FeasibilityCheck.on(Optional.empty())).run(OPTIONS);
    }

    private static Project project() {
        Path classes = folder.resolve("classes");
        Sources.compile(folder.resolve("src"), classes, List.of(), "-Xlint:all", "-Werror");
        return Project.load(
                Sources.loader(classes),
                List.of(classes),
                root -> Optional.of(new SourceFolders(folder.resolve("src"), folder.resolve("test"))));
    }

    private static void migrate(Project project, TestDatabase database, String name) {
        Migrate migrate = new Migrate(project, database::connect);
        migrate.run(migrate.prepare(new Migrate.Options("wiki", name, false)));
    }

    private static Models models(Project project, Connection connection, String name) throws SQLException {
        return Models.on(
                connection, "wiki", project.graph(Set.of()).states().after(MigrationKey.parse("wiki." + name)));
    }

    @Test
    void eachStepIsAMigration() {
        assertThat(adopted.migrations())
                .extracting(each -> each.migration().key().toString())
                .containsExactly(
                        "wiki.0002_add_tenant",
                        "wiki.0003_assign_default_tenant",
                        "wiki.0004_require_tenant",
                        "wiki.0005_tenant_first");
        assertThat(adopted.advice()).contains("wiki.Page:", "wiki.Author:", "  without unique = true: email");
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseGetsItsTenantInFourStepsAndGoesBack(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Project project = project();
        migrate(project, database, "0001");
        try (Connection connection = database.connect();
                Models before = models(project, connection, "0001_initial")) {
            for (int i = 0; i < 30; i++) {
                Row author = before.get("Author").create(set("email", "a" + i + "@example.com"));
                before.get("Page").create(set("slug", "p" + i), set("author", author.key()));
            }
        }

        migrate(project, database, "0003");
        try (Connection connection = database.connect();
                Models old = models(project, connection, "0003_assign_default_tenant")) {
            Row author = old.get("Author").create(set("email", "meanwhile@example.com"));
            old.get("Page").create(set("slug", "meanwhile"), set("author", author.key()));
        }
        migrate(project, database, "0005");

        assertThat(new Drift(project, database::connect)
                        .run(Drift.Options.all())
                        .differences())
                .isEmpty();
        try (Connection connection = database.connect();
                Models after = models(project, connection, "0005_tenant_first")) {
            assertThat(after.get("Page")
                            .filter(field("tenant.slug").eq("main-shop"))
                            .count())
                    .isEqualTo(31);
            assertThat(after.get("users.Tenant").first().orElseThrow().get("name"))
                    .isEqualTo("main-shop");
            KuakaAssertions.assertTenantIsolation(after, "tenant");
            Row other = after.get("users.Tenant").create(set("slug", "other"), set("name", "Other"));
            Models own = after.asTenant("tenant", other);
            Row author = own.get("Author").create(set("email", "a1@example.com"));
            Row page = own.get("Page").create(set("slug", "p1"), set("author", author.key()));
            assertThatThrownBy(() -> own.get("Page").create(set("slug", "p1"), set("author", author.key())))
                    .isInstanceOf(QueryFailedException.class);
            page.delete();
            author.delete();
        }

        migrate(project, database, "0001");

        assertThat(new Drift(project, database::connect)
                        .run(Drift.Options.all())
                        .differences())
                .isEmpty();
    }
}
