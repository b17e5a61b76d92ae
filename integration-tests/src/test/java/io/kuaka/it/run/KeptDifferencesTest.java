package io.kuaka.it.run;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.FakeRefusedException;
import io.kuaka.command.Faking;
import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the database has, and stays there: through later migrations, their reversal and in further databases. */
@Tag("slow")
class KeptDifferencesTest {
    private static final ModelKey BOOK = new ModelKey("shop", "Book");
    private static final ProjectState ENTITIES = SchemaRun.shop(model("Book")
            .fields(
                    bigint("id").primaryKey(),
                    varchar("title", 20),
                    timestamp("stamp").nullable(),
                    integer("pages").nullable())
            .indexes(index("book_title_idx").on("title")));

    @TempDir
    private Path folder;

    /** The one that no model can express comes last. */
    private static List<String> statements(Engine engine) {
        List<String> statements = new ArrayList<>(List.of(
                "create table Book (id bigint not null, title varchar(20) not null, stamp "
                        + timestampType(engine)
                        + (engine == Engine.SQLITE ? "" : ", note varchar(20)")
                        + ", pages integer, primary key (id))",
                "create index book_pages_idx on Book (pages)",
                "insert into Book (id, title) values (1, 'Owls')"));
        statements.addAll(
                switch (engine) {
                    case POSTGRESQL -> List.of("create index book_title_idx on Book (title nulls first)");
                    case H2 -> List.of("create index book_title_idx on Book (title nulls last)");
                    case SQLITE -> List.of("create index book_title_idx on Book (title collate nocase)");
                    case MARIADB, MYSQL ->
                        List.of(
                                "create index book_title_idx on Book (title)",
                                "alter table Book modify stamp datetime(6) on update current_timestamp(6)");
                });
        return statements;
    }

    private static String timestampType(Engine engine) {
        return switch (engine) {
            case MARIADB, MYSQL -> "datetime(6)";
            case POSTGRESQL, H2 -> "timestamp(6)";
            case SQLITE -> "timestamp";
        };
    }

    private static List<String> rules(Engine engine) {
        List<String> rules = new ArrayList<>(List.of("book.book_pages_idx"));
        if (engine != Engine.SQLITE) {
            rules.add("book.note");
        }
        rules.add(
                switch (engine) {
                    case POSTGRESQL, H2 -> "book.book_title_idx:order-of-nulls";
                    case SQLITE -> "book.book_title_idx:collation";
                    case MARIADB, MYSQL -> "book.stamp:on-update";
                });
        return rules;
    }

    private static TestDatabase database(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        database.execute(statements(engine).toArray(String[]::new));
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void staysThroughMigrationsAndBackAndInFurtherDatabases(Engine engine) throws Exception {
        AdoptionRun run = new AdoptionRun(database(engine), ENTITIES, Map.of(), folder.resolve("first"));

        assertThat(run.look().isAdoptable()).isFalse();
        Adopt.Prepared adopted = run.adopt(false, true);

        assertThat(paths(adopted.database().leftovers())).containsExactlyInAnyOrderElementsOf(rules(engine));
        assertThat(adopted.database().untold()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();
        List<String> drift = run.drift();
        assertThat(drift).hasSameSizeAs(rules(engine));

        run.make(ENTITIES.updateModel(
                BOOK, model -> model.withField(integer("edition").nullable())));
        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).containsExactlyElementsOf(drift);
        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).containsExactlyElementsOf(drift);
        assertThat(run.query("select title from Book")).containsExactly("Owls");

        AdoptionRun other = run.on(database(engine), folder.resolve("other"));
        Migrate.Options initial = Migrate.Options.all().with(Faking.initial());
        assertThatThrownBy(() -> other.migrate(initial)).isInstanceOf(FakeRefusedException.class);
        List<AcceptedDrift> accepted = rules(engine).stream()
                .map(path -> new AcceptedDrift(path, AcceptedDrift.ALWAYS, "it was there"))
                .toList();
        other.migrate(initial.with(Faking.initial().accepting(accepted)));
        assertThat(other.drift()).containsExactlyElementsOf(drift);
    }

    private static List<String> paths(List<SchemaDifference> differences) {
        return differences.stream()
                .map(each -> AcceptedDrift.pathOf(each).toLowerCase(Locale.ROOT))
                .toList();
    }
}
