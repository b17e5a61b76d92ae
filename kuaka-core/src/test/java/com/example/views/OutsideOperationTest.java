package com.example.views;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.Executor;
import io.kuaka.executor.MigrationScript;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationWriter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations of somebody else's, in a package of their own, go all the way that Kuaka's go. */
class OutsideOperationTest {
    private static final Operation BOOK =
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), integer("pages")));
    private static final Operation THICK = new CreateView("thick", "select id from book where pages > 1000");

    @TempDir
    Path folder;

    @Test
    void areWrittenCompiledAndLoadedAgain() throws IOException {
        MigrationNode written = node(BOOK, THICK, THICK.inverse("shop", ProjectState.empty()));

        MigrationNode loaded = load(MigrationWriter.write(written, "org.shop.migrations", List.of()));

        assertThat(loaded.key()).isEqualTo(written.key());
        assertThat(loaded.operations().get()).isEqualTo(written.operations().get());
    }

    @Test
    void runForwardAndBack() throws SQLException {
        Dialect dialect = Dialects.named("sqlite");
        MigrationNode node = node(BOOK, THICK);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            Executor executor = new Executor(dialect, connection, new MigrationListener() {});
            migrate(executor, node, dialect, connection, Target.everything());
            statement.execute("insert into book (id, pages) values (1, 900), (2, 1100)");

            try (ResultSet row = statement.executeQuery("select id from thick")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(2);
                assertThat(row.next()).isFalse();
            }
            migrate(executor, node, dialect, connection, Target.zero("shop"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.executeQuery("select id from thick"))
                    .withMessageContaining("no such table: thick");
        }
    }

    @Test
    void areReviewedUnderTheirOwnWords() {
        assertThat(MigrationScript.of(
                                Dialects.named("postgresql"),
                                node(BOOK, THICK),
                                Direction.BACKWARD,
                                ProjectState.empty())
                        .text())
                .contains("--\n-- Drop view thick\n--\ndrop view thick;\n");
    }

    @Test
    void joinAsTheySayAndStayBehindWhatTheyMayNeed() {
        Operation drop = new DropView("thick", "");
        Operation price = new AddField("Book", integer("price").nullable());

        assertThat(Optimizer.optimize("shop", List.of(BOOK, THICK, drop))).containsExactly(BOOK);
        assertThat(Optimizer.optimize("shop", List.of(BOOK, THICK, new DropView("thin", ""))))
                .containsExactly(BOOK, THICK, new DropView("thin", ""));
        assertThat(Optimizer.optimize("shop", List.of(BOOK, THICK, price))).containsExactly(BOOK, THICK, price);
    }

    private static void migrate(
            Executor executor, MigrationNode node, Dialect dialect, Connection connection, Target target)
            throws SQLException {
        MigrationGraph graph = MigrationGraph.of(
                List.of(node), new Recorder(dialect).applied(connection).keySet());
        executor.run(graph, graph.plan(target));
    }

    private static MigrationNode node(Operation... operations) {
        return MigrationNode.of(MigrationKey.parse("shop.0001_initial"), List.of(), List.of(operations));
    }

    private MigrationNode load(MigrationFile file) throws IOException {
        Path source = folder.resolve("sources").resolve(file.path());
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(source.getParent());
        Files.writeString(source, file.text());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(result).as(file.text()).isZero();
        URL[] urls = {classes.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(urls, OutsideOperationTest.class.getClassLoader());
        return MigrationLoader.load(loader, List.of(classes), List.of())
                .migrations()
                .get(0);
    }
}
