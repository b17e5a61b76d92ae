package io.kuaka.writer;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.NonAtomic;
import io.kuaka.migration.Replaces;
import io.kuaka.migration.RunBefore;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.OperationCase;
import io.kuaka.operation.OperationCases;
import io.kuaka.state.ModelState;
import io.kuaka.testing.Golden;
import io.kuaka.testing.InMemoryCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationWriterTest {
    private static final String PACKAGE = "com.example.bookshop.catalog.migrations";

    @Test
    void writesAShortMigration() {
        MigrationNode node = MigrationNode.of(
                MigrationKey.parse("catalog.0002_book_isbn"),
                List.of(MigrationKey.parse("catalog.0001_initial")),
                List.of(
                        new AddField("Book", varchar("isbn", 13).nullable()),
                        new AddIndex("Book", index("book_isbn_idx").on("tenant", "-isbn"))));

        MigrationFile file = MigrationWriter.write(node, PACKAGE, List.of());

        assertThat(file.path()).isEqualTo("com/example/bookshop/catalog/migrations/M0002_book_isbn.java");
        Golden.assertGolden("sources/M0002_book_isbn.java", file.text());
    }

    @Test
    void writesEveryAnnotationAndTheComments() throws Exception {
        MigrationNode node = new MigrationNode(
                MigrationKey.parse("catalog.0001_squashed_0004_a_name_that_is_so_long_that_lines_break"),
                keys("users.0001_initial", "tenants.__first__"),
                keys("orders.0001_initial"),
                keys(
                        "catalog.0001_initial",
                        "catalog.0002_author_with_a_rather_long_name",
                        "catalog.0003_isbn_with_a_rather_long_name",
                        "catalog.0004_price"),
                Optional.of(true),
                false,
                () -> List.of(new CreateModel(model("Book").fields(bigint("id").primaryKey(), varchar("title", 200)))));

        MigrationFile file =
                MigrationWriter.write(node, PACKAGE, List.of("Drops column \"title\" of \"Book\".", "", "Look twice."));

        Golden.assertGolden("sources/annotations.java", file.text());
        Class<?> type = compile(file);
        assertThat(type.getAnnotation(DependsOn.class).value())
                .containsExactly("users.0001_initial", "tenants.__first__");
        assertThat(type.getAnnotation(RunBefore.class).value()).containsExactly("orders.0001_initial");
        assertThat(type.getAnnotation(Replaces.class).value()).hasSize(4);
        assertThat(type.getAnnotation(Initial.class).value()).isTrue();
        assertThat(type.isAnnotationPresent(NonAtomic.class)).isTrue();
    }

    @Test
    void writesAMigrationWithoutOperations() throws Exception {
        MigrationNode node = MigrationNode.of(MigrationKey.parse("catalog.0003_empty"), List.of(), List.of());

        MigrationFile file = MigrationWriter.write(node, PACKAGE, List.of());

        Golden.assertGolden("sources/M0003_empty.java", file.text());
        assertThat(operations(file)).isEmpty();
    }

    @Test
    void everyOperationComesBackEqual() throws Exception {
        List<Operation> all =
                OperationCases.all().stream().map(OperationCase::operation).toList();
        MigrationNode node = MigrationNode.of(MigrationKey.parse("catalog.0004_all"), List.of(), all);

        assertThat(operations(MigrationWriter.write(node, PACKAGE, List.of()))).isEqualTo(all);
    }

    @Test
    void splitsVeryLongListsOverSeveralMethods() throws Exception {
        List<Operation> many = IntStream.range(0, 3_000)
                .mapToObj(i -> (Operation)
                        new AddField("Book", varchar("field" + i, 13).nullable()))
                .toList();
        MigrationNode node = MigrationNode.of(MigrationKey.parse("catalog.0005_many"), List.of(), many);

        MigrationFile file = MigrationWriter.write(node, PACKAGE, List.of());

        assertThat(file.text()).contains("private static List<Operation> bookOperations2() {");
        assertThat(operations(file)).isEqualTo(many);
    }

    @Test
    void dividesALongMigrationByModel() throws Exception {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ModelState model = model("Class_" + i).fields(varchar("name", 200).primaryKey(), varchar("more", 200));
            many.add(new CreateModel(model));
            many.add(
                    new AddIndex(model.name(), index("class_" + i + "_name_idx").on("name", "more")));
        }
        many.add(new CreateModel(
                model("Class_0.notes").fields(varchar("element", 9).primaryKey())));
        MigrationNode node = MigrationNode.of(MigrationKey.parse("catalog.0006_models"), List.of(), many);

        MigrationFile file = MigrationWriter.write(node, PACKAGE, List.of());

        assertThat(file.text())
                .contains("class0Operations(),", "class0NotesOperations())")
                .containsOnlyOnce("private static List<Operation> class199Operations() {");
        assertThat(operations(file)).isEqualTo(many);
    }

    @Test
    void refusesNamesThatNoClassCanHave() {
        MigrationNode node = MigrationNode.of(MigrationKey.parse("catalog.0005-many"), List.of(), List.of());

        assertThatExceptionOfType(UnsuitableNameException.class)
                .isThrownBy(() -> MigrationWriter.write(node, PACKAGE, List.of()))
                .withMessageContaining("catalog.0005-many");
    }

    private static List<MigrationKey> keys(String... texts) {
        return Arrays.stream(texts).map(MigrationKey::parse).toList();
    }

    private static Class<?> compile(MigrationFile file) throws ClassNotFoundException {
        return new InMemoryCompiler().compile(file.packageName() + "." + file.className(), file.text());
    }

    private static List<Operation> operations(MigrationFile file) throws Exception {
        return ((Migration) compile(file).getConstructor().newInstance()).operations();
    }
}
