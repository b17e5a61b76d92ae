package io.kuaka.it.schema;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.base.MigrationException;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.schema.grammar.UnstorableTextException;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Puts texts that try to leave their quotes into every place that takes a name or a text, on every database. */
@Tag("slow")
class HostileTextsTest {
    private static final String ASTRAL = "\uD83D\uDE00 astral";

    private static final String SPACES = " spaces around ";

    private static final String LONGEST = "x".repeat(300);

    private static final List<String> TEXTS = List.of(
            "it's",
            "'",
            "''",
            "'; drop table Note; --",
            "say \"hi\"",
            "back`tick",
            "[brackets]",
            "a; b",
            "-- comment",
            "# comment",
            "/* open",
            "close */ x",
            "$$ dollars $$",
            "$tag$x$tag$",
            "back\\slash",
            "trailing\\",
            "\\'; --",
            "50 % _ like",
            "question ? marks ??",
            ":named ::cast",
            "{ts '2024-01-01'} {fn now()} {d",
            "${kuaka.url} #{x} @x@",
            "new\nline",
            "carriage\r\nreturn",
            "tab\tand bell\u0007",
            "grüße 漢字 \u202Ertl",
            ASTRAL,
            SPACES,
            "NULL",
            "%s %n {0}",
            "select",
            "x".repeat(63),
            "x".repeat(64),
            "ü".repeat(40),
            LONGEST);

    /** PostgreSQL has no NUL, SQLite ends a statement at it, and half of a surrogate pair is no character. */
    private static final List<String> UNSTORABLE = List.of("nul\0", "half \uD83D");

    /** The names that a database itself can't have. */
    private static final Map<Engine, List<String>> REFUSED = Map.of(
            Engine.SQLITE, List.of(),
            Engine.H2, List.of(LONGEST),
            Engine.POSTGRESQL, List.of("x".repeat(63), "x".repeat(64), "ü".repeat(40), LONGEST),
            Engine.MARIADB, List.of(ASTRAL, SPACES, "x".repeat(63), "x".repeat(64), LONGEST),
            Engine.MYSQL, List.of(ASTRAL, SPACES, "x".repeat(63), "x".repeat(64), LONGEST));

    @ParameterizedTest
    @EnumSource
    void textsAreStoredAsTheyAre(Engine engine) throws SQLException {
        for (String text : TEXTS) {
            try (SchemaRun run = SchemaRun.on(engine)) {
                ProjectState before = ProjectState.empty();
                ModelState note = note(text);
                ProjectState created = SchemaRun.shop(note);
                run.migrate(before, new CreateModel(note));
                run.withModels(created, models -> models.get("Note").create(set("id", 1L)));
                AddField added = new AddField("Note", varchar("late", 400), value(text));
                ProjectState after = added.apply("shop", created);
                run.migrate(created, added);

                assertThat(stored(run, after, text)).as(text).isEqualTo(text + "|" + text + "|1");
                assertThat(run.differences(after)).as(text).isEmpty();
                run.migrate(after, new RemoveField("Note", "late"), new DeleteModel("Note"));
                assertThat(tables(run)).isEmpty();
            }
        }
    }

    private static ModelState note(String text) {
        return model("Note")
                .comment(text)
                .fields(
                        bigint("id").primaryKey(),
                        varchar("body", 400).defaultTo(text).comment(text),
                        varchar("other", 400).defaultTo("other"))
                .constraints(check(
                        "note_body_check",
                        field("body").eq(text).or(field("body").ne(field("other")))));
    }

    private static String stored(SchemaRun run, ProjectState state, String text) throws SQLException {
        return run.withModels(state, models -> {
            var row = models.get("Note").filter(field("body").eq(text)).get();
            row.set("other", text);
            row.save("other");
            long found = models.get("Note")
                    .filter(field("other").eq(text).and(field("late").in(text, "x")))
                    .count();
            return row.getString("body") + "|" + row.getString("late") + "|" + found;
        });
    }

    @ParameterizedTest
    @EnumSource
    void namesAreMadeAsTheyAreOrRefused(Engine engine) throws SQLException {
        for (String text : TEXTS) {
            try (SchemaRun run = SchemaRun.on(engine)) {
                assertMadeOrRefused(engine, run, text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatSqlCantCarryIsRefused(Engine engine) throws SQLException {
        for (String text : UNSTORABLE) {
            try (SchemaRun run = SchemaRun.on(engine)) {
                assertThatThrownBy(() -> run.migrate(ProjectState.empty(), create(text)))
                        .isInstanceOf(UnstorableTextException.class);
                assertThatThrownBy(() -> run.migrate(ProjectState.empty(), new CreateModel(note(text))))
                        .isInstanceOf(UnstorableTextException.class);
                assertThat(tables(run)).isEmpty();
            }
        }
    }

    private static void assertMadeOrRefused(Engine engine, SchemaRun run, String text) throws SQLException {
        Operation[] operations = create(text);
        ProjectState after = ProjectState.empty();
        for (Operation operation : operations) {
            after = operation.apply("shop", after);
        }
        try {
            run.migrate(ProjectState.empty(), operations);
        } catch (MigrationException | SQLException e) {
            assertThat(tables(run)).as(text + ": " + e.getMessage()).isEmpty();
            assertThat(REFUSED.get(engine)).as(e.getMessage()).contains(text);
            return;
        }
        List<Table> tables = tables(run);
        assertThat(run.differences(after)).as(text).isEmpty();
        assertThat(tables).as(text).extracting(table -> table.name().name()).contains("t " + text);
    }

    private static Operation[] create(String text) {
        String name = "`" + text + "`";
        ModelState quoted = model("Quoted")
                .table("`t " + text + "`")
                .fields(bigint("id").primaryKey(), varchar("first", 20).column(name), varchar("second", 20))
                .indexes(index("`i " + text + "`").on("first"))
                .constraints(unique("`u " + text + "`").on("second"));
        ModelState referring = model("Referring")
                .fields(
                        bigint("id").primaryKey(),
                        reference("quoted", "shop.Quoted").column(name));
        return new Operation[] {new CreateModel(quoted), new CreateModel(referring)};
    }

    private static List<Table> tables(SchemaRun run) throws SQLException {
        return run.dialect().introspector().tables(run.connection(), null);
    }
}
