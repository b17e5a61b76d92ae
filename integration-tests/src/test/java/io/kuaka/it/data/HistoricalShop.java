package io.kuaka.it.data;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.data.Models;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A small shop at one point of its history, with its tables in a database of its own. */
final class HistoricalShop implements AutoCloseable {
    private static final ModelState TENANT = model("Tenant")
            .fields(bigint("id").primaryKey().identity(), varchar("slug", 40).unique());
    private static final ModelState CUSTOMER = model("Customer")
            .fields(
                    bigint("id").primaryKey().identity(),
                    varchar("username", 40),
                    varchar("email", 80).nullable(),
                    integer("score").nullable(),
                    varchar("address.street", 80).nullable(),
                    enumeration("status", "NEW", "LOYAL").nullable(),
                    ordinal("size", "SMALL", "LARGE").nullable(),
                    instant("createdAt").column("`createdAt`").nullable(),
                    reference("tenant", "users.Tenant").nullable(),
                    reference("friend", "shop.Customer").nullable());
    private static final ModelState BOOK = model("Book")
            .fields(
                    bigint("id").primaryKey(),
                    uuid("code").nullable(),
                    varchar("title", 80),
                    reference("author", "shop.Customer").nullable());
    private static final ModelState PAGE = model("Page")
            .fields(
                    reference("book", "shop.Book").primaryKey(),
                    integer("number").primaryKey(),
                    varchar("text", 80).nullable());
    private static final ModelState NOTE = model("Note")
            .fields(
                    bigint("id").primaryKey().identity(),
                    varchar("text", 80),
                    reference("page", "shop.Page")
                            .columns("page_book_id", "page_number")
                            .nullable());
    private static final ModelState TAGS =
            model("Book.tags").table("book_tags").fields(reference("book", "shop.Book"), varchar("tag", 40));

    /** A joined subclass of customers. */
    private static final ModelState MEMBER = model("Member")
            .fields(
                    reference("id", "shop.Customer").columns("member_id").primaryKey(),
                    integer("points").nullable());

    private static final ModelState TICKET = model("Ticket")
            .fields(
                    bigint("id").primaryKey().identity(),
                    varchar("kind", 40).nullable().defaultTo("plain"));

    private static final ModelState COUPON = model("Coupon")
            .fields(
                    bigint("id").column("nr").primaryKey().identity().sequence("shop.Coupon_SEQ"),
                    varchar("kind", 40).nullable());

    static final ProjectState STATE = ProjectState.empty()
            .withModel("users", TENANT)
            .withModel("shop", CUSTOMER)
            .withModel("shop", BOOK)
            .withModel("shop", PAGE)
            .withModel("shop", NOTE)
            .withModel("shop", TAGS)
            .withModel("shop", MEMBER)
            .withModel("shop", TICKET)
            .withModel("shop", COUPON)
            .withSequence("shop", Sequence.sequence("Coupon_SEQ").forNativeIds())
            .withSequence("shop", Sequence.sequence("book_seq").incrementedBy(50));

    private final Connection connection;
    private final Dialect dialect;

    private HistoricalShop(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    static HistoricalShop open(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        HistoricalShop shop = new HistoricalShop(database.connect(), Dialects.forUrl(database.url()));
        shop.create(
                STATE,
                "users.Tenant",
                "shop.Customer",
                "shop.Book",
                "shop.Page",
                "shop.Note",
                "shop.Book.tags",
                "shop.Member",
                "shop.Ticket",
                "shop.Coupon");
        return shop;
    }

    /** Makes the tables of models, in this order, and all sequences. */
    void create(ProjectState state, String... models) throws SQLException {
        SchemaEditor editor = dialect.editor();
        editor.begin(0, new OperationContext(dialect, "shop", ProjectState.empty(), state));
        state.sequences().values().forEach(editor::createSequence);
        for (String model : models) {
            editor.createTable(TableMapping.of(state, ModelKey.parse(model)));
        }
        execute(editor.finish());
    }

    private void execute(List<PlannedStatement> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (PlannedStatement planned : statements) {
                statement.execute(((Sql) planned.statement()).text());
            }
        }
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    Models models() throws SQLException {
        return Models.on(connection, "shop", STATE);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
