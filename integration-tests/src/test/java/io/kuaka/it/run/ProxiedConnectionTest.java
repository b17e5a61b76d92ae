package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.command.Migrate;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.data.Row;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ProxiedConnection;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.UnknownDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leads to a database may have an address that names none: a pool, or a proxy that watches the statements. */
class ProxiedConnectionTest {
    @ParameterizedTest
    @EnumSource
    void migratesAndRunsCodeOnTheModels(Engine engine) {
        TestDatabase database = engine.fresh();
        UUID code = new UUID(1, 2);
        List<Object> read = new ArrayList<>();
        RunJava fill = new RunJava(models -> {
            Row row = models.get("Book").create(Map.of("id", 1, "code", code));
            read.add(models.dialect());
            read.add(row.get("code"));
        });
        List<MigrationNode> nodes = List.of(
                node(
                        "shop.0001_initial",
                        List.of(),
                        new CreateModel(model("Book").fields(bigint("id").primaryKey(), uuid("code")))),
                node("shop.0002_fill", List.of("shop.0001_initial"), fill));
        Project project = new Project(
                ProxiedConnectionTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(List.of(), nodes));
        Migrate migrate = new Migrate(project, () -> ProxiedConnection.to(database.connect()));

        List<String> applied =
                migrate.run(migrate.prepare(Migrate.Options.all())).names();

        assertThat(applied).containsExactly("shop.0001_initial", "shop.0002_fill");
        assertThat(read).containsExactly(Dialects.forUrl(database.url()).name(), code);
    }

    @ParameterizedTest
    @EnumSource
    void isOfTheSameKindAsTheServerBehindIt(Engine engine) throws SQLException {
        try (Connection connection = engine.fresh().connect()) {
            assertThat(Dialects.of(ProxiedConnection.to(connection)).name())
                    .isEqualTo(Dialects.of(connection).name());
            assertThatExceptionOfType(UnknownDatabaseException.class)
                    .isThrownBy(() -> Dialects.forUrl(ProxiedConnection.URL));
        }
    }
}
