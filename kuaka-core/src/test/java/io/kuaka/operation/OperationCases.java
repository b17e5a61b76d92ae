package io.kuaka.operation;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.longVarbinary;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nclob;
import static io.kuaka.state.Fields.ntext;
import static io.kuaka.state.Fields.nvarchar;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.part;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;

import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The one list of operations over which all laws run: state, inverse, source, words, SQL, and live databases.
 *
 * <p>A new operation adds its cases here and is tested everywhere.
 */
public final class OperationCases {
    private static final ProjectState SHOP = ProjectState.empty()
            .withModel(
                    "shop",
                    model("Author")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("name", 100),
                                    varchar("email", 254).unique().nullable())
                            .comment("Who writes"))
            .withModel(
                    "shop",
                    model("Book")
                            .table("books")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("title", 200),
                                    varchar("isbn", 13).nullable(),
                                    integer("pages").nullable(),
                                    decimal("price", 10, 2).defaultTo(0),
                                    enumeration("status", "DRAFT", "FOR_SALE").defaultTo("DRAFT"),
                                    instant("createdAt").column("created_at").nullable(),
                                    reference("author", "shop.Author").nullable())
                            .indexes(index("books_title_idx").on("title", "-createdAt"))
                            .constraints(
                                    check("books_price_check", field("price").ge(0)),
                                    unique("books_isbn_title_key").on("isbn", "title")))
            .withModel(
                    "shop",
                    model("Book.tags")
                            .table("Book_tags")
                            .fields(
                                    reference("owner", "shop.Book")
                                            .column("Book_id")
                                            .primaryKey(),
                                    varchar("element", 40).column("tags").primaryKey()))
            .withSequence("shop", sequence("invoice_seq").incrementedBy(50));

    private OperationCases() {}

    /** Returns all cases. */
    public static List<OperationCase> all() {
        return Stream.of(
                        models(),
                        fields(),
                        rawSql(),
                        alterations(),
                        translations(),
                        links(),
                        positions(),
                        referred(),
                        generators(),
                        indexes(),
                        constraints(),
                        others(),
                        postgresql(),
                        mysql(),
                        KeyCases.all(SHOP),
                        BackfillCases.all(SHOP))
                .flatMap(cases -> cases)
                .toList();
    }

    private static Stream<OperationCase> models() {
        return Stream.of(
                new OperationCase("create_model_with_everything", SHOP, new CreateModel(review())),
                new OperationCase(
                        "create_model_with_self_reference",
                        SHOP,
                        new CreateModel(model("Category")
                                .fields(
                                        uuid("id").primaryKey(),
                                        varchar("name", 50),
                                        reference("parent", "shop.Category").nullable()))),
                of("delete_model", new DeleteModel("Book.tags")),
                of("rename_model_with_its_table_and_references", new RenameModel("Author", "Writer")),
                of("rename_model_with_stated_table_and_parts", new RenameModel("Book", "Title")),
                of("rename_model_to_the_name_of_its_table", new RenameModel("Book", "books")),
                of("rename_model_keeping_table", new RenameModel("Author", "Writer").keepingTable()),
                of("move_model", new MoveModel("shop.Author", "people.Author")),
                of("move_model_with_parts", new MoveModel("shop.Book", "library.Title")),
                of("move_model_keeping_table", new MoveModel("shop.Author", "people.Writer").keepingTable()),
                of("alter_model_table", new AlterModelTable("Book", "titles", null)),
                of("alter_model_table_in_case", new AlterModelTable("Book", "Books", null)),
                of("alter_model_comment", new AlterModelComment("Author", "Who wrote")),
                of("remove_model_comment", new AlterModelComment("Author", null)));
    }

    private static ModelState review() {
        return model("Review")
                .table("reviews")
                .comment("What readers say")
                .fields(
                        bigint("id").primaryKey().identity(),
                        reference("book", "shop.Book").onDelete(OnDelete.CASCADE),
                        reference("reviewer", "shop.Author")
                                .foreignKey("reviewer_fk")
                                .nullable(),
                        integer("stars").comment("From 1 to 5"),
                        text("body").nullable(),
                        bool("published").defaultTo(false),
                        ordinal("mood", "GOOD", "BAD").nullable(),
                        integer("double")
                                .column("double_stars")
                                .generated(sql("stars * 2"))
                                .nullable())
                .indexes(
                        index("reviews_book_idx").on("book", "-stars"),
                        index("reviews_open_idx")
                                .on("book")
                                .where(field("published").eq(false)),
                        index("reviews_body_idx").on(part(lower(field("body"))).desc()))
                .constraints(
                        check(
                                "reviews_stars_check",
                                field("stars").ge(1).and(field("stars").le(5))),
                        unique("reviews_book_reviewer_key").on("book", "reviewer"));
    }

    private static Stream<OperationCase> fields() {
        return Stream.of(
                of(
                        "add_field_nullable",
                        new AddField("Book", varchar("subtitle", 200).nullable())),
                of(
                        "add_field_with_database_default",
                        new AddField("Book", bool("visible").defaultTo(true))),
                of(
                        "add_field_with_date_default",
                        new AddField("Book", date("released").defaultTo(LocalDate.of(2024, 2, 29)))),
                of("add_field_with_one_off_default", new AddField("Book", varchar("language", 2), value("en"))),
                of(
                        "add_field_unique",
                        new AddField("Book", varchar("slug", 50).nullable().unique())),
                of(
                        "add_field_enumeration",
                        new AddField(
                                "Book", enumeration("cover", "SOFT", "HARD").nullable())),
                of(
                        "add_reference",
                        new AddField("Book", reference("editor", "shop.Author").nullable())),
                of(
                        "add_generated_field",
                        new AddField(
                                "Book",
                                integer("sheets")
                                        .generated(field("pages").dividedBy(2))
                                        .nullable())),
                of("remove_field", new RemoveField("Book", "pages")),
                of("remove_field_not_null", new RemoveField("Book", "price")),
                of("remove_field_with_index_and_constraint", new RemoveField("Book", "title")),
                of("remove_reference", new RemoveField("Book", "author")),
                of("rename_field_with_its_column", new RenameField("Book", "title", "heading")),
                of("rename_field_with_stated_column", new RenameField("Book", "createdAt", "madeAt")),
                of("rename_field_to_the_name_of_its_column", new RenameField("Book", "createdAt", "created_at")),
                of("rename_field_keeping_column", new RenameField("Book", "title", "heading").keepingColumns()),
                of("rename_field_in_check", new RenameField("Book", "price", "cost")),
                of("rename_primary_key", new RenameField("Author", "id", "number")),
                of("rename_reference", new RenameField("Book", "author", "writer")));
    }

    /** Raw SQL names columns in every form: quoted, plain, in another case, and in texts that aren't columns. */
    private static Stream<OperationCase> rawSql() {
        ProjectState before = SHOP.withModel(
                "shop",
                model("Shelf")
                        .fields(bigint("id").primaryKey(), varchar("code", 9).column("`Code`"), varchar("room", 20))
                        .constraints(check("shelf_code_check", sql("length(`Code`) > 1 and room <> 'room'"))));
        ProjectState inCapitals = before.updateModel(
                new ModelKey("shop", "Shelf"),
                shelf -> shelf.withConstraint(check("shelf_room_check", sql("ROOM <> 'Code'"))));
        return Stream.of(
                new OperationCase(
                        "rename_quoted_column_in_raw_sql",
                        before,
                        new AlterField("Shelf", varchar("code", 9).column("`Sign`"))),
                new OperationCase("rename_column_in_raw_sql", before, new RenameField("Shelf", "room", "chamber")),
                new OperationCase("remove_quoted_column_in_raw_sql", before, new RemoveField("Shelf", "code")),
                new OperationCase(
                        "remove_column_in_raw_sql_of_another_case", inCapitals, new RemoveField("Shelf", "room")));
    }

    private static Stream<OperationCase> alterations() {
        return Stream.of(
                alter("alter_field_wider", varchar("title", 400)),
                alter("alter_field_to_text", text("title")),
                alter("alter_field_column", varchar("isbn", 13).column("isbn13").nullable()),
                alter("alter_field_nullable", varchar("title", 200).nullable()),
                alter("alter_field_not_null_with_one_off_default", varchar("isbn", 13), value("?")),
                alter("alter_field_integer_to_bigint", bigint("pages").nullable()),
                alter("alter_field_integer_to_varchar", varchar("pages", 10).nullable()),
                alter("alter_field_unique", varchar("isbn", 13).nullable().unique()),
                alter("alter_field_default", decimal("price", 10, 2).defaultTo(1)),
                alter("alter_field_without_default", decimal("price", 10, 2)),
                alter("alter_field_comment", varchar("title", 200).comment("On the cover")),
                alter(
                        "alter_field_enumeration_value_added",
                        enumeration("status", "DRAFT", "FOR_SALE", "SOLD_OUT").defaultTo("DRAFT")),
                alter(
                        "alter_reference_on_delete",
                        reference("author", "shop.Author").nullable().onDelete(OnDelete.SET_NULL)),
                alter("alter_reference_target", reference("author", "shop.Book").nullable()),
                alter(
                        "alter_reference_without_foreign_key",
                        reference("author", "shop.Author").nullable().withoutForeignKey()),
                new OperationCase(
                        "alter_field_with_replacements",
                        SHOP.updateModel(
                                new ModelKey("shop", "Book"),
                                book -> book.withField(bool("lent").defaultTo(false))),
                        new AlterField("Book", varchar("lent", 1))
                                .replacing(true, "Y")
                                .replacing(false, "N")),
                new OperationCase(
                        "alter_primary_key_without_identity_with_references",
                        SHOP,
                        new AlterField("Author", bigint("id").primaryKey())),
                new OperationCase(
                        "alter_primary_key_type_with_references",
                        SHOP,
                        new AlterField("Author", integer("id").primaryKey().identity())),
                new OperationCase(
                        "alter_primary_key_type_with_references_of_references",
                        withProfiles(),
                        new AlterField("Author", integer("id").primaryKey().identity())),
                new OperationCase(
                        "alter_field_not_null_with_database_default",
                        SHOP.updateModel(
                                new ModelKey("shop", "Book"),
                                book -> book.withAlteredField(
                                        integer("pages").nullable().defaultTo(7))),
                        new AlterField("Book", integer("pages").defaultTo(7))));
    }

    /** References that identify the same rows by other fields from then on. */
    private static Stream<OperationCase> translations() {
        ProjectState before = SHOP.withModel(
                        "shop",
                        model("Depot")
                                .fields(
                                        bigint("id").primaryKey(),
                                        varchar("zone", 9),
                                        integer("number"),
                                        varchar("town", 50).nullable().unique())
                                .constraints(unique("depot_key").on("zone", "number")))
                .withModel(
                        "shop",
                        model("Van")
                                .fields(
                                        bigint("id").primaryKey(),
                                        integer("plate").unique(),
                                        reference("home", "shop.Depot"),
                                        reference("place", "shop.Depot")
                                                .columns("zone", "number")
                                                .toFields("zone", "number")
                                                .nullable(),
                                        reference("trailer", "shop.Van")
                                                .unique()
                                                .nullable()));
        return Stream.of(
                new OperationCase(
                        "alter_reference_to_another_field_and_column",
                        before,
                        new AlterField(
                                "Van",
                                reference("home", "shop.Depot").column("town").toFields("town"))),
                new OperationCase(
                        "alter_reference_to_another_field_in_its_column",
                        before,
                        new AlterField(
                                "Van",
                                reference("trailer", "shop.Van")
                                        .toFields("plate")
                                        .unique()
                                        .nullable())),
                new OperationCase(
                        "alter_reference_from_two_columns_to_one",
                        before,
                        new AlterField("Van", reference("place", "shop.Depot").nullable())),
                new OperationCase(
                        "alter_reference_from_one_column_to_two",
                        before,
                        new AlterField(
                                "Van",
                                reference("home", "shop.Depot")
                                        .columns("home_zone", "home_id")
                                        .toFields("zone", "number"))));
    }

    private static Stream<OperationCase> links() {
        ProjectState before = SHOP.withModel(
                "shop",
                model("Author.works")
                        .table("author_works")
                        .fields(
                                reference("owner", "shop.Author")
                                        .column("writer_id")
                                        .primaryKey(),
                                reference("element", "shop.Book")
                                        .column("work_id")
                                        .primaryKey()));
        return Stream.of(
                new OperationCase("copy_links_to_join_table", before, new CopyLinks("Book.author", "Author.works")),
                new OperationCase("copy_links_to_reference", before, new CopyLinks("Author.works", "Book.author")));
    }

    private static Stream<OperationCase> positions() {
        ProjectState before = SHOP.withModel(
                "shop",
                model("Author.nicknames")
                        .table("nicknames")
                        .fields(
                                reference("owner", "shop.Author")
                                        .column("author_id")
                                        .primaryKey(),
                                integer("index").column("place").primaryKey(),
                                varchar("element", 40)));
        return Stream.of(
                new OperationCase("shift_positions", before, new ShiftPositions("Author.nicknames", "index", 1)),
                new OperationCase(
                        "shift_positions_of_an_owner",
                        before,
                        new ShiftPositions("Author.nicknames", "index", -2, "owner")));
    }

    private static Stream<OperationCase> referred() {
        ProjectState before = SHOP.withModel(
                        "shop",
                        model("Port")
                                .fields(
                                        varchar("code", 20).primaryKey(),
                                        varchar("remark", 40).nullable()))
                .withModel(
                        "shop",
                        model("Boat")
                                .fields(
                                        bigint("id").primaryKey(),
                                        varchar("port", 20).nullable()));
        return Stream.of(new OperationCase("insert_referred", before, new InsertReferred("shop.Port", "Boat", "port")));
    }

    /** Three tables whose keys are one: as joined inheritance and shared primary keys have it. */
    private static ProjectState withProfiles() {
        return SHOP.withModel(
                        "shop",
                        model("Profile")
                                .fields(reference("author", "shop.Author").primaryKey()))
                .withModel(
                        "shop",
                        model("Note")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("profile", "shop.Profile").nullable()));
    }

    /** Where the numbers of a key come from. */
    private static Stream<OperationCase> generators() {
        ProjectState before = SHOP.withModel(
                        "shop",
                        model("counters")
                                .fields(
                                        varchar("name", 255).primaryKey(),
                                        bigint("next_value").nullable()))
                .updateModel(
                        new ModelKey("shop", "Author"),
                        author -> author.withAlteredField(
                                bigint("id").primaryKey().sequence("shop.invoice_seq")));
        Operation counted =
                new AlterField("Author", bigint("id").primaryKey().tableGenerator("shop.counters", "Author", 10));
        Sequence shared = before.sequence(new ModelKey("shop", "invoice_seq"));
        Field nativeId = bigint("id").primaryKey().identity().sequence("shop.invoice_seq");
        ProjectState natively = before.withAlteredSequence("shop", shared.forNativeIds())
                .updateModel(new ModelKey("shop", "Author"), author -> author.withAlteredField(nativeId));
        return Stream.of(
                new OperationCase(
                        "create_sequence_for_native_ids",
                        SHOP,
                        new CreateSequence(shared.withName("author_ids").forNativeIds())),
                new OperationCase("alter_field_sequence_to_native", before, new AlterField("Author", nativeId)),
                new OperationCase("alter_sequence_for_native_ids", before, new AlterSequence(shared.forNativeIds())),
                new OperationCase("alter_sequence_for_other_ids", natively, new AlterSequence(shared)),
                new OperationCase(
                        "rename_sequence_for_native_ids", natively, new RenameSequence("invoice_seq", "Author_SEQ")),
                new OperationCase("rename_sequence_of_field", before, new RenameSequence("invoice_seq", "Author_SEQ")),
                new OperationCase("move_sequence_of_field", before, new MoveSequence("shop.invoice_seq", "people.ids")),
                new OperationCase(
                        "alter_field_sequence_to_identity",
                        before,
                        new AlterField("Author", bigint("id").primaryKey().identity())),
                new OperationCase("alter_field_sequence_to_table_generator", before, counted),
                new OperationCase(
                        "rename_table_of_generator",
                        counted.apply(OperationCase.APP, before),
                        new RenameModel("counters", "numbers")));
    }

    private static Stream<OperationCase> indexes() {
        return Stream.of(
                of("add_index", new AddIndex("Book", index("books_author_idx").on("author", "-price"))),
                of(
                        "add_index_unique",
                        new AddIndex("Book", index("books_isbn_idx").on("isbn").unique())),
                of(
                        "add_index_partial",
                        new AddIndex(
                                "Book",
                                index("books_sale_idx")
                                        .on("price")
                                        .where(field("status").eq("FOR_SALE")))),
                of(
                        "add_index_with_nulls_not_distinct",
                        new AddIndex(
                                "Book", index("books_price_idx").on("-price").nullsNotDistinct())),
                of("remove_index", new RemoveIndex("Book", "books_title_idx")),
                of("rename_index", new RenameIndex("Book", "books_title_idx", "books_heading_idx")));
    }

    private static Stream<OperationCase> constraints() {
        return Stream.of(
                of(
                        "add_check",
                        new AddConstraint(
                                "Book",
                                check("books_pages_check", field("pages").gt(0)))),
                of("add_check_in_sql", new AddConstraint("Book", check("books_isbn_check", sql("length(isbn) = 13")))),
                of(
                        "add_unique",
                        new AddConstraint(
                                "Book", unique("books_title_author_key").on("title", "author"))),
                of(
                        "add_unique_with_condition",
                        new AddConstraint(
                                "Book",
                                unique("books_sale_key")
                                        .on("title")
                                        .where(field("status").eq("FOR_SALE")))),
                of(
                        "add_unique_with_condition_and_nulls_not_distinct",
                        new AddConstraint(
                                "Book",
                                unique("books_sale_key")
                                        .on("title")
                                        .where(field("status").eq("FOR_SALE"))
                                        .nullsNotDistinct())),
                of("remove_check", new RemoveConstraint("Book", "books_price_check")),
                of("remove_unique", new RemoveConstraint("Book", "books_isbn_title_key")),
                of("rename_check", new RenameConstraint("Book", "books_price_check", "books_cost_check")),
                of("rename_unique", new RenameConstraint("Book", "books_isbn_title_key", "books_key")));
    }

    private static Stream<OperationCase> others() {
        return Stream.of(
                of("create_sequence", new CreateSequence(sequence("order_seq").startingAt(100))),
                of("alter_sequence", new AlterSequence(sequence("invoice_seq").incrementedBy(10))),
                of("rename_sequence", new RenameSequence("invoice_seq", "bill_seq")),
                of("move_sequence", new MoveSequence("shop.invoice_seq", "bills.bill_seq")),
                of("drop_sequence", new DropSequence("invoice_seq")),
                of(
                        "run_sql",
                        new RunSql(
                                "update books set pages = 0 where pages is null",
                                "update books set pages = null where pages = 0")),
                of(
                        "run_sql_with_state",
                        new RunSql(
                                        "alter table books add column weight integer",
                                        "alter table books drop column weight")
                                .withStateOperations(
                                        new AddField("Book", integer("weight").nullable()))),
                of(
                        "run_sql_by_dialect",
                        RunSql.on(
                                        "postgresql",
                                        "update books set pages = null where pages = 0",
                                        "update books set pages = 0 where pages is null")
                                .orOn("mysql", List.of("select 1", "select 2"), List.of("select 3"))
                                .orOn(
                                        "sqlite",
                                        "update books set pages = null where pages = 0",
                                        "update books set pages = 0 where pages is null")
                                .otherwiseNothing()
                                .withHints(Map.of("search", "yes"))
                                .elidable()),
                of(
                        "separate_database_and_state",
                        new SeparateDatabaseAndState(
                                List.of(new RunSql(
                                        "alter table books add column extra integer",
                                        "alter table books drop column extra")),
                                List.of(new AddField("Book", integer("extra").nullable())))));
    }

    private static Stream<OperationCase> postgresql() {
        return Stream.of(
                of("create_extension", new CreateExtension("pg_trgm")),
                of("drop_extension", new DropExtension("pg_trgm")),
                of("create_collation", new CreateCollation("any_case", "und-u-ks-level2", "icu", false)),
                of("drop_collation", new DropCollation("any_case", "und-u-ks-level2", "icu", false)),
                of(
                        "add_index_concurrently",
                        new AddIndexConcurrently(
                                "Book", index("books_pages_idx").on("pages"))),
                of("remove_index_concurrently", new RemoveIndexConcurrently("Book", "books_title_idx")),
                of(
                        "add_constraint_not_valid",
                        new AddConstraintNotValid(
                                "Book",
                                check("books_pages_check", field("pages").gt(0)))),
                of("validate_constraint", new ValidateConstraint("Book", "books_price_check")));
    }

    /** What is a matter of course elsewhere: on MySQL, where no live database holds it, it is spelled in ways of its own. */
    private static Stream<OperationCase> mysql() {
        return Stream.of(
                of("create_model_with_national_texts_and_uuids", new CreateModel(letter())),
                new OperationCase(
                        "alter_primary_key_varchar_to_uuid",
                        SHOP.withModel(
                                        "shop",
                                        model("Tag").fields(varchar("code", 36).primaryKey()))
                                .withModel(
                                        "shop",
                                        model("Label")
                                                .fields(
                                                        bigint("id").primaryKey(),
                                                        reference("tag", "shop.Tag")
                                                                .nullable())),
                        new AlterField("Tag", uuid("code").primaryKey())),
                of(
                        "add_index_over_expression",
                        new AddIndex("Book", index("books_lower_idx").on(part(lower(field("title")))))),
                of(
                        "add_field_large_with_default",
                        new AddField("Book", text("blurb").defaultTo("none yet"))),
                of(
                        "add_field_with_computed_default",
                        new AddField("Book", varchar("shelf", 20).defaultTo(lower("A1")))),
                of(
                        "add_generated_field_not_null",
                        new AddField(
                                "Book",
                                decimal("cents", 12, 2).generated(field("price").times(100)))),
                of(
                        "alter_sequence_start",
                        new AlterSequence(
                                sequence("invoice_seq").startingAt(1000).incrementedBy(50))));
    }

    private static ModelState letter() {
        return model("Letter")
                .fields(
                        uuid("id").primaryKey(),
                        nvarchar("subject", 100),
                        ntext("body"),
                        nclob("draft").nullable(),
                        ntext("summary", 200),
                        text("plain", 20_000),
                        longVarbinary("seal", 20_000),
                        uuid("thread").defaultTo(UUID.fromString("0a0b0c0d-0000-4000-8000-0102030405ff")))
                .indexes(index("letter_thread_idx").on("thread", "subject"));
    }

    private static OperationCase of(String name, Operation operation) {
        return new OperationCase(name, SHOP, operation);
    }

    private static OperationCase alter(String name, Field field) {
        return of(name, new AlterField("Book", field));
    }

    private static OperationCase alter(String name, Field field, Expression oneOffDefault) {
        return of(name, new AlterField("Book", field, oneOffDefault));
    }
}
