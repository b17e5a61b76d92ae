package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConcurrentIndexesTest {
    private static final ModelState BOOK =
            model("Book").fields(bigint("id").primaryKey(), varchar("title", 40), integer("pages"));

    private static List<MigrationNode> detect(ProjectState from, ProjectState to, boolean concurrently) {
        return Autodetector.detect(
                        from,
                        to,
                        Map.of("shop", MigrationKey.parse("shop.0001_initial")),
                        AnswersQuestioner.withoutAnswers(),
                        AutodetectOptions.defaults().withConcurrently(concurrently))
                .get("shop");
    }

    private static List<String> descriptions(MigrationNode migration) {
        return migration.operations().get().stream().map(Operation::describe).toList();
    }

    @Test
    void indexesOfExistingTablesGetMigrationsOfTheirOwn() {
        ProjectState from = ProjectState.empty()
                .withModel("shop", BOOK.indexes(index("title_idx").on("title")));
        ProjectState to = ProjectState.empty()
                .withModel(
                        "shop",
                        BOOK.withField(varchar("isbn", 13).nullable())
                                .indexes(index("pages_idx").on("pages")))
                .withModel(
                        "shop",
                        model("Tag")
                                .fields(bigint("id").primaryKey())
                                .indexes(index("tag_idx").on("id")));

        List<MigrationNode> migrations = detect(from, to, true);

        ProjectState state = from;
        for (MigrationNode migration : migrations) {
            boolean concurrent = descriptions(migration).stream().anyMatch(each -> each.startsWith("Concurrently"));
            assertThat(migration.atomic()).isEqualTo(!concurrent);
            assertThat(descriptions(migration)).allMatch(each -> each.startsWith("Concurrently") == concurrent);
            state = migration.apply(state);
        }
        assertThat(state).isEqualTo(to);
        assertThat(migrations.stream().flatMap(each -> descriptions(each).stream()))
                .contains(
                        "Concurrently remove index title_idx from Book",
                        "Concurrently create index pages_idx on field(s) pages of model Book");
        for (int i = 1; i < migrations.size(); i++) {
            assertThat(migrations.get(i).dependencies())
                    .contains(migrations.get(i - 1).key());
        }
    }

    @Test
    void onlyWhenAsked() {
        ProjectState from = ProjectState.empty().withModel("shop", BOOK);
        ProjectState to = ProjectState.empty()
                .withModel("shop", BOOK.indexes(index("pages_idx").on("pages")));

        assertThat(detect(from, to, false)).singleElement().satisfies(each -> assertThat(each.atomic())
                .isTrue());
        assertThat(detect(from, to, true)).singleElement().satisfies(each -> assertThat(each.atomic())
                .isFalse());
    }
}
