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
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
