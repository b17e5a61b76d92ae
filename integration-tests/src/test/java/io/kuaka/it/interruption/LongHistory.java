package io.kuaka.it.interruption;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;

import io.kuaka.data.Row;
import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A history with all that can be interrupted. Its data migrations add up, so that one which ran twice shows. */
final class LongHistory {
    private LongHistory() {}

    /** Returns the migrations; one of them writes {@code rows} rows by Java code. */
    static List<MigrationNode> of(int rows) {
        History history = new History();
        history.add(
                new CreateModel(
                        model("Author").table("author").fields(bigint("id").primaryKey(), varchar("name", 40))),
                new CreateModel(model("Book")
                        .table("book")
                        .fields(bigint("id").primaryKey(), varchar("title", 40), bigint("price"))));
        history.add(
                new AddField("Author", varchar("email", 40).nullable()),
                new AddIndex("Author", index("author_email_idx").on("email")));
        history.add(new AddField("Book", varchar("format", 20).nullable()));
        history.add(new RunSql("insert into author (id, name) values (1, 'Ann'), (2, 'Bob')"));
        history.add(new RunJava(models -> models.get("Book")
                .bulkCreate(LongStream.rangeClosed(1, rows)
                        .mapToObj(id -> Map.of("id", id, "title", "Book " + id, "price", 100L))
                        .toList())));
        history.add(new AddField("Book", varchar("isbn", 13).nullable()));
        history.add(new RunSql("update book set price = price + 1"), new RunSql("update book set price = price + 10"));
        history.addNonAtomic(
                new AddIndexConcurrently("Book", index("book_title_idx").on("title")));
        history.add(
                new AddField("Book", integer("pages").nullable()),
                new RunSql("update book set price = price + 100"),
                new AddIndex("Book", index("book_pages_idx").on("pages")));
        history.add(new AlterField("Book", varchar("title", 80)));
        history.addNonAtomic(
                new AddField("Author", bigint("born").nullable()),
                new RunSql("update author set born = 1900 + id"),
                new AddField("Author", bigint("died").nullable()),
                new RunSql("update author set born = born + 1"));
        history.add(new RenameField("Book", "pages", "length"));
        history.addNonAtomic(
                new Backfill(
                                "Book",
                                field("id").gt(5),
                                set("price", field("price").plus(1000)))
                        .batchesOf(rows / 3 + 1),
                new Backfill("Book", null, row -> row.set("price", row.get("price", Long.class) + 10_000))
                        .batchesOf(rows / 2));
        history.add(new AddConstraint("Author", unique("author_name_key").on("name")));
        history.add(new RunJava(models -> {
            for (Row row : models.get("Author").iterator(10)) {
                row.set("born", row.get("born", Long.class) + 1000).save("born");
            }
        }));
        history.add(new RemoveField("Author", "died"), new RenameModel("Author", "Writer"));
        history.add(new CreateModel(
                model("Draft").table("draft").fields(bigint("id").primaryKey())));
        history.add(
                new DeleteModel("Draft"),
                new AddField("Book", varchar("subtitle", 40).nullable()));
        return history.nodes;
    }

    /** Migrates as the command does: the plan is made under the lease. */
    static void migrate(List<MigrationNode> nodes, Connection connection, LeaseTerms terms) throws SQLException {
        migrate(nodes, connection, terms, MigrationListener.silent());
    }

    /** Migrates as the command does, and tells a listener. */
    static void migrate(List<MigrationNode> nodes, Connection connection, LeaseTerms terms, MigrationListener listener)
            throws SQLException {
        Dialect dialect = Dialects.of(connection);
        new Executor(dialect, connection, listener, terms).run(() -> {
            MigrationGraph graph = MigrationGraph.of(
                    nodes, new Recorder(dialect).applied(connection).keySet());
            return new Planned(graph, graph.plan(Target.everything()));
        });
    }

    /** Migrations of one app, each of which depends on the one before. */
    private static final class History {
        private final List<MigrationNode> nodes = new ArrayList<>();

        void add(Operation... operations) {
            String name = String.format("shop.%04d_step", nodes.size() + 1);
            List<String> previous = nodes.isEmpty()
                    ? List.of()
                    : List.of(nodes.get(nodes.size() - 1).key().toString());
            nodes.add(node(name, previous, operations));
        }

        void addNonAtomic(Operation... operations) {
            add(operations);
            int last = nodes.size() - 1;
            nodes.set(last, nonAtomic(nodes.get(last)));
        }
    }
}
