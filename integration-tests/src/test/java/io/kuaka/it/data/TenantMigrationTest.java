package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.QueryFailedException;
import io.kuaka.data.Row;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tenants come to an application that has rows already: a reference that may be null, a data migration, the reference
 * made mandatory, tenant-first index and unique constraint. Each step is looked at with the models as they are there.
 */
class TenantMigrationTest {
    private static final MigrationNode TENANTS = node(
            "users.0001_initial",
            List.of(),
            new CreateModel(model("Tenant")
                    .fields(
                            bigint("id").primaryKey().identity(),
                            varchar("slug", 40).unique())));
    private static final MigrationNode PAGES = node(
            "wiki.0001_initial",
            List.of(),
            new CreateModel(model("Page").fields(bigint("id").primaryKey().identity(), varchar("slug", 40))));
    private static final MigrationNode NULLABLE = node(
            "wiki.0002_page_tenant",
            List.of("wiki.0001_initial", "users.0001_initial"),
            new AddField("Page", reference("tenant", "users.Tenant").nullable()));
    private static final MigrationNode FILLED = node(
            "wiki.0003_fill_tenant",
            List.of("wiki.0002_page_tenant"),
            new RunJava(TenantMigrationTest::assignDefaultTenant, RunJava.NOOP));
    private static final MigrationNode MANDATORY = node(
            "wiki.0004_page_tenant_required",
            List.of("wiki.0003_fill_tenant"),
            new AlterField("Page", reference("tenant", "users.Tenant")));
    private static final MigrationNode TENANT_FIRST = node(
            "wiki.0005_tenant_first",
            List.of("wiki.0004_page_tenant_required"),
            new AddIndex("Page", index("page_tenant_idx").on("tenant", "-slug")),
            new AddConstraint("Page", unique("page_tenant_slug").on("tenant", "slug")));
    private static final List<MigrationNode> ALL = List.of(TENANTS, PAGES, NULLABLE, FILLED, MANDATORY, TENANT_FIRST);

    private static void assignDefaultTenant(Models models) {
        Row tenant = models.get("users.Tenant").getOrCreate(Map.of("slug", "default"), Map.of());
        models.get("Page").filter(field("tenant").isNull()).update(Map.of("tenant", tenant));
    }

    @ParameterizedTest
    @EnumSource
    void bringsTenantsToRowsThatWereThereBefore(Engine engine) throws SQLException {
        try (History history = History.on(engine)) {
            history.migrateTo(PAGES);
            try (Models before = history.modelsAt(PAGES)) {
                before.get("Page").create(Map.of("slug", "home"));
                assertThat(before.get("Page").state().fields()).doesNotContainKey("tenant");
            }

            history.migrateTo(NULLABLE);
            try (Models models = history.modelsAt(NULLABLE)) {
                assertThat(models.get("Page").first().orElseThrow().get("tenant"))
                        .isNull();
            }

            history.migrateTo(FILLED);
            try (Models models = history.modelsAt(FILLED)) {
                assertThat(models.get("Page")
                                .filter(field("tenant.slug").eq("default"))
                                .count())
                        .isEqualTo(1);
            }

            history.migrateTo(MANDATORY);
            try (Models models = history.modelsAt(MANDATORY)) {
                assertThatThrownBy(() -> models.get("Page").create(Map.of("slug", "orphan")))
                        .isInstanceOf(QueryFailedException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTenantsApartByTheirConstraintAndGoesBack(Engine engine) throws SQLException {
        try (History history = History.on(engine)) {
            history.migrateTo(TENANT_FIRST);
            try (Models models = history.modelsAt(TENANT_FIRST)) {
                Row one = models.get("users.Tenant").create(Map.of("slug", "one"));
                Row two = models.get("users.Tenant").create(Map.of("slug", "two"));
                Model pages = models.get("Page");
                pages.create(Map.of("slug", "home", "tenant", one));
                pages.create(Map.of("slug", "home", "tenant", two));

                assertThatThrownBy(() -> pages.create(Map.of("slug", "home", "tenant", one)))
                        .isInstanceOf(QueryFailedException.class);
                assertThat(pages.filter(field("tenant").eq(one.key())).update(set("slug", "start")))
                        .isEqualTo(1);
                assertThat(pages.filter(field("slug").eq("home")).get().get("tenant"))
                        .isEqualTo(two.key());
            }
            assertThat(history.indexColumns("page_tenant_idx")).containsExactly("tenant_id", "slug desc");

            history.migrateTo(PAGES);
            try (Models models = history.modelsAt(PAGES)) {
                assertThat(models.get("Page").all().orderBy("slug").list())
                        .extracting(row -> row.getString("slug"))
                        .containsExactly("home", "start");
            }
            history.migrateTo(TENANT_FIRST);
            try (Models models = history.modelsAt(TENANT_FIRST)) {
                assertThat(models.get("Page")
                                .filter(field("tenant.slug").eq("default"))
                                .count())
                        .isEqualTo(2);
            }
        }
    }

    /** A database, and the shortest ways to lead it to a migration and to see it with the models of then. */
    private record History(Dialect dialect, Connection connection) implements AutoCloseable {
        static History on(Engine engine) throws SQLException {
            TestDatabase database = engine.fresh();
            return new History(Dialects.forUrl(database.url()), database.connect());
        }

        void migrateTo(MigrationNode migration) throws SQLException {
            Set<MigrationKey> applied =
                    new Recorder(dialect).applied(connection).keySet();
            MigrationGraph graph = MigrationGraph.of(ALL, applied);
            new Executor(dialect, connection, MigrationListener.silent())
                    .run(graph, graph.plan(Target.at(migration.key())));
        }

        Models modelsAt(MigrationNode migration) throws SQLException {
            return Models.on(connection, "wiki", MigrationGraph.of(ALL).states().after(migration.key()));
        }

        List<String> indexColumns(String name) throws SQLException {
            return dialect.introspector().tables(connection, null).stream()
                    .flatMap(table -> table.indexes().stream())
                    .filter(index -> index.name().equalsIgnoreCase(name))
                    .flatMap(index -> index.parts().stream())
                    .map(part -> String.join("", part.expression().fields()).toLowerCase(Locale.ROOT)
                            + (part.descending() ? " desc" : ""))
                    .toList();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static MigrationNode node(String key, List<String> dependencies, Operation... operations) {
        return MigrationNode.of(
                MigrationKey.parse(key),
                dependencies.stream().map(MigrationKey::parse).toList(),
                List.of(operations));
    }
}
