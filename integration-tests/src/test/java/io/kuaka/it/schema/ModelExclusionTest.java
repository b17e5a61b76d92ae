package io.kuaka.it.schema;

import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.annotations.ModelExclusion;
import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.expression.Expression;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.Field;
import io.kuaka.state.Fields;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that only some databases have: they come from entities and go with them, or are left out with a word. */
class ModelExclusionTest {
    @MappedSuperclass
    abstract static class Slot {
        @Id
        long id;

        int room;
        int begins;
        int ends;
    }

    @Entity(name = "Booking")
    static class Free extends Slot {}

    @Entity(name = "Booking")
    @ModelExclusion(
            name = "booking_overlap",
            parts = {
                @ModelExclusion.Part(expression = "int8range(room, room, '[]')", with = "&&"),
                @ModelExclusion.Part(expression = "int4range(begins, ends)", with = "&&")
            },
            condition = "room > 0",
            deferred = true)
    @ModelExclusion(method = "btree", parts = @ModelExclusion.Part(field = "begins", with = "="))
    static class Exclusive extends Slot {}

    private static final ProjectState FREE = read(Free.class);
    private static final ProjectState EXCLUSIVE = read(Exclusive.class);

    @Test
    void exclusionConstraintsComeAndGoWithTheEntitys() throws SQLException {
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, FREE)) {
            Operation[] added = detect(FREE, EXCLUSIVE);
            assertThat(added).hasSize(2).hasOnlyElementsOfType(AddConstraint.class);
            assertThat(SchemaRun.assertMigrates(run, FREE, added)).isEqualTo(EXCLUSIVE);

            run.execute("insert into Booking (id, room, begins, ends) values (1, 1, 1, 5), (2, 0, 2, 5), (3, 0, 3, 9)");
            assertThatThrownBy(() -> run.execute("insert into Booking (id, room, begins, ends) values (4, 1, 4, 6)"))
                    .hasMessageContaining("booking_overlap");
            assertThatThrownBy(() -> run.execute("insert into Booking (id, room, begins, ends) values (5, 9, 1, 9)"))
                    .hasMessageContaining("booking_begins_excl");

            Operation[] removed = detect(EXCLUSIVE, FREE);
            assertThat(removed).hasSize(2).hasOnlyElementsOfType(RemoveConstraint.class);
            SchemaRun.assertMigrates(run, EXCLUSIVE, removed);
            run.execute("insert into Booking (id, room, begins, ends) values (4, 1, 1, 6)");
        }
    }

    @Test
    void nothingIsFoundWhereEntitiesStillSayIt() {
        assertThat(detect(EXCLUSIVE, read(Exclusive.class))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:x", "jdbc:h2:mem:x", "jdbc:mariadb://localhost/x", "jdbc:mysql://localhost/x"})
    void otherDatabasesSayWhatTheyLeaveOut(String url) {
        assertThat(unsupported(url, FREE, detect(FREE, EXCLUSIVE)))
                .containsExactlyInAnyOrder(
                        "exclusion constraint \"booking_overlap\"", "exclusion constraint \"booking_begins_excl\"");
    }

    @Test
    void databasesWithoutAlikeNullsSayThatTheyLeaveThemOut() {
        Field id = Fields.bigint("id").primaryKey();
        ProjectState thing = SchemaRun.shop(Fields.model("Thing").fields(id, Fields.integer("n")));
        AddIndex plain = new AddIndex("Thing", index("i").on("-n").nullsNotDistinct());
        AddConstraint partial = new AddConstraint(
                "Thing", unique("u").on("n").where(Expression.sql("n > 3")).nullsNotDistinct());

        assertThat(unsupported("jdbc:sqlite:x", thing, plain, partial))
                .containsExactly(
                        "\"nulls not distinct\" of unique index \"i\"", "\"nulls not distinct\" of unique index \"u\"");
        assertThat(unsupported("jdbc:mariadb://localhost/x", thing, plain, partial))
                .containsExactly("\"nulls not distinct\" of unique index \"i\"", "unique index \"u\"");
    }

    private static List<String> unsupported(String url, ProjectState before, Operation... operations) {
        Dialect dialect = Dialects.forUrl(url);
        SchemaEditor editor = dialect.editor();
        ProjectState state = before;
        for (int i = 0; i < operations.length; i++) {
            OperationContext context = new OperationContext(dialect, "shop", state, operations[i].apply("shop", state));
            editor.begin(i, context);
            operations[i].execute(editor, context);
            state = context.after();
        }
        return editor.unsupported().values().stream().flatMap(List::stream).toList();
    }

    private static Operation[] detect(ProjectState from, ProjectState to) {
        return Autodetector.detect(from, to, Map.of(), AnswersQuestioner.withoutAnswers(), AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(node -> node.operations().get().stream())
                .toArray(Operation[]::new);
    }

    private static ProjectState read(Class<?> entity) {
        return new HibernateModelReader(
                        ReaderSettings.of(entity, Slot.class).withApps(new AppPackage("shop", "io.kuaka.it")))
                .read();
    }
}
