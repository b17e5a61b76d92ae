package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.exclusion;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.part;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.compare.Comparison;
import io.kuaka.compare.FoundState;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database has and no model can express: each is named, and nothing is named besides. */
class TraitsTest {
    private static final ProjectState STATE = SchemaRun.shop(
                    model("Author").fields(bigint("id").primaryKey().identity()),
                    model("Book")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("title", 20),
                                    varchar("code", 10).unique(),
                                    integer("pages").nullable(),
                                    timestamp("stamp").nullable(),
                                    reference("author", "shop.Author").nullable())
                            .indexes(
                                    index("book_title_idx").on("title", "-pages"),
                                    index("book_pages_idx").on("pages"))
                            .constraints(
                                    check("book_pages_check", field("pages").gt(0))),
                    model("Log").fields(bigint("id").primaryKey()),
                    model("Part")
                            .fields(
                                    varchar("code", 10).primaryKey(),
                                    integer("version").primaryKey(),
                                    varchar("title", 20).unique()),
                    model("Stock")
                            .fields(
                                    varchar("place", 10).primaryKey(),
                                    reference("part", "shop.Part").columns("part_code", "part_version")),
                    model("Tag").fields(bigint("id").primaryKey()))
            .withSequence("shop", sequence("invoice_seq"));

    private static ProjectState state(Engine engine) {
        return engine == Engine.POSTGRESQL
                ? STATE.updateModel(new ModelKey("shop", "Book"), book -> book.withIndex(
                                index("book_lower_idx").on(part(lower(field("title")))))
                        .withConstraint(
                                exclusion("book_pages_excl").using("btree").with(field("pages"), "=")))
                : STATE;
    }

    private record Traits(List<String> statements, List<String> named) {}

    private static Traits of(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> postgresql();
            case H2 -> h2();
            case MARIADB -> mariadb();
            case MYSQL -> mysql();
            case SQLITE -> sqlite();
        };
    }

    private static Traits postgresql() {
        return new Traits(
                List.of(
                        "alter table Book set unlogged",
                        "alter table Book alter id set generated always, alter id set increment by 5",
                        "drop index book_title_idx",
                        "create index book_title_idx on Book (title collate \"C\" nulls first, pages desc nulls last)",
                        "alter table Book drop constraint book_author_id_fkey",
                        "alter table Book add constraint book_author_id_fkey foreign key (author_id) references Author"
                                + " deferrable not valid",
                        "alter sequence invoice_seq cycle",
                        "create table parent ()",
                        "alter table Book inherit parent",
                        "alter table Author add gone bigint generated always as identity",
                        "alter table Author drop gone",
                        "drop index book_lower_idx",
                        "create index book_lower_idx on Book (lower(title) collate \"C\")",
                        "alter table Book drop constraint book_pages_excl",
                        "alter table Book add constraint book_pages_excl exclude using btree (pages with =) deferrable",
                        "alter table Book drop constraint book_code_key",
                        "alter table Book add constraint book_code_key unique (code) deferrable",
                        "alter table Stock drop constraint stock_part_code_part_version_fkey",
                        "alter table Stock add constraint stock_part_code_part_version_fkey"
                                + " foreign key (part_code, part_version) references Part match full",
                        "alter table Stock drop constraint stock_pkey",
                        "alter table Stock add constraint stock_pkey primary key (place) deferrable",
                        "drop table Log",
                        "create table Log (id bigint primary key) partition by hash (id)"),
                List.of(
                        "breaks later migrations: table \"book\": storage is not expected (unlogged)",
                        "breaks later migrations: table \"book\": inheritance is not expected (inherits parent)",
                        "breaks later migrations: column \"book.id\": generation is not expected (always)",
                        "cosmetic: column \"book.id\": increment of the identity is not expected (5)",
                        "breaks later migrations: foreign key \"book.book_author_id_fkey\": lack of enforcement is not expected (not valid)",
                        "cosmetic: foreign key \"book.book_author_id_fkey\": deferral is not expected (deferrable)",
                        "cosmetic: index \"book.book_title_idx\": order of nulls is not expected (pages last, title first)",
                        "breaks later migrations: index \"book.book_title_idx\": collation is not expected (title collate c)",
                        "breaks later migrations: index \"book.book_lower_idx\": collation is not expected (lower(title::text) collate c)",
                        "cosmetic: exclusion constraint \"book.book_pages_excl\": deferral is not expected (deferrable)",
                        "cosmetic: unique constraint \"book.book_code_key\": deferral is not expected (deferrable)",
                        "breaks later migrations: foreign key \"stock.stock_part_code_part_version_fkey\":"
                                + " matching is not expected (match full)",
                        "cosmetic: primary key \"stock\": deferral is not expected (deferrable)",
                        "breaks later migrations: table \"log\": partitioning is not expected (hash (id))",
                        "breaks later migrations: sequence \"invoice_seq\": cycle is not expected (cycle)"));
    }

    private static Traits h2() {
        return new Traits(
                List.of(
                        "alter table Book alter column id bigint generated always as identity (increment by 5)",
                        "alter table Book alter column stamp timestamp(6) on update current_timestamp",
                        "alter table Book alter column pages set invisible",
                        "drop index book_title_idx",
                        "create index book_title_idx on Book (title nulls last, pages desc)",
                        "alter sequence invoice_seq cycle",
                        "alter table Author set referential_integrity false"),
                List.of(
                        "breaks later migrations: column \"book.id\": generation is not expected (always)",
                        "cosmetic: column \"book.id\": increment of the identity is not expected (5)",
                        "breaks later migrations: column \"book.stamp\": on update is not expected (current_timestamp)",
                        "breaks later migrations: table \"book\": lack of enforcement is not expected (no foreign keys)",
                        "cosmetic: column \"book.pages\": visibility is not expected (invisible)",
                        "cosmetic: index \"book.book_title_idx\": order of nulls is not expected (title last)",
                        "breaks later migrations: sequence \"invoice_seq\": cycle is not expected (cycle)"));
    }

    private static final List<String> MYSQL_STATEMENTS = List.of(
            "alter table Book modify stamp timestamp(6) null on update current_timestamp(6)",
            "alter table Book modify pages int invisible",
            "alter table Book drop index book_title_idx",
            "create index book_title_idx on Book (title(5), pages desc)",
            "alter table Book drop index book_code_key",
            "create unique index book_code_key on Book (code(3))",
            "alter table Book default character set latin1",
            "alter table Stock drop primary key, add primary key (place(3))",
            "alter table Tag engine=MyISAM",
            "drop table Log",
            "create table Log (id bigint primary key) partition by hash (id) partitions 3");

    private static final List<String> MYSQL_NAMED = List.of(
            "breaks the application: column \"book.stamp\": type is timestamp(6), expected datetime(6)",
            "breaks later migrations: column \"book.stamp\": on update is not expected (current_timestamp(6))",
            "cosmetic: column \"book.pages\": visibility is not expected (invisible)",
            "breaks later migrations: index \"book.book_title_idx\": prefix length is not expected (title(5))",
            "breaks later migrations: unique constraint \"book.book_code_key\": prefix length is not expected (code(3))",
            "breaks later migrations: primary key \"stock\": prefix length is not expected (place(3))",
            "breaks later migrations: table \"tag\": storage is not expected (myisam)",
            "breaks later migrations: table \"log\": partitioning is not expected (partitioned)",
            "breaks later migrations: table \"book\": default collation is not expected (latin1_swedish_ci)");

    private static Traits mariadb() {
        return new Traits(
                and(
                        MYSQL_STATEMENTS,
                        "alter table Author add system versioning",
                        "alter table Book alter index book_pages_idx ignored"),
                and(
                        MYSQL_NAMED,
                        "breaks later migrations: table \"author\": versioning is not expected (system versioning)",
                        "cosmetic: index \"book.book_pages_idx\": visibility is not expected (hidden)"));
    }

    private static Traits mysql() {
        return new Traits(
                and(
                        MYSQL_STATEMENTS,
                        "alter table Book alter check book_pages_check not enforced",
                        "alter table Book alter index book_pages_idx invisible"),
                and(
                        MYSQL_NAMED,
                        "breaks later migrations: check \"book.book_pages_check\": lack of enforcement is not expected (not enforced)",
                        "cosmetic: index \"book.book_pages_idx\": visibility is not expected (hidden)"));
    }

    private static Traits sqlite() {
        return new Traits(
                List.of(
                        "drop table Tag",
                        "create table Tag (id bigint not null on conflict ignore primary key) without rowid",
                        "drop table Log",
                        "create table Log (id integer not null, primary key (id) on conflict replace) strict",
                        "drop index book_title_idx",
                        "create index book_title_idx on Book (title collate nocase, pages desc)",
                        "drop table Stock",
                        "drop table Part",
                        "create table Part (code varchar(10) not null, version integer not null, title varchar(20) not null,"
                                + " constraint Part_title_key unique (title collate nocase),"
                                + " primary key (code collate rtrim, version))",
                        "create table Stock (place varchar(10) not null primary key,"
                                + " part_code varchar(10) references Author match simple on delete no action"
                                + " not deferrable not null on conflict ignore check (part_code > ''), part_version integer"
                                + " not null, constraint Stock_part_code_part_version_fkey foreign key (part_code,"
                                + " part_version) references Part)"),
                List.of(
                        "breaks later migrations: table \"tag\": storage is not expected (without rowid)",
                        "breaks later migrations: table \"tag\": conflict clause is not expected (id on conflict ignore)",
                        "breaks later migrations: table \"log\": storage is not expected (strict)",
                        "breaks later migrations: table \"log\": conflict clause is not expected (on conflict replace)",
                        "breaks later migrations: unique constraint \"part.part_title_key\":"
                                + " collation is not expected (title collate nocase)",
                        "breaks later migrations: primary key \"part\": collation is not expected (code collate rtrim)",
                        "breaks later migrations: table \"stock\":"
                                + " conflict clause is not expected (part_code on conflict ignore)",
                        "breaks the application: foreign key \"stock.stock_part_code_fkey\" is not expected"
                                + " (foreign key (part_code) references author (id))",
                        "breaks the application: check \"stock.stock_part_code_check\" is not expected"
                                + " (check (part_code > ''))",
                        "breaks the application: column \"log.id\": type is integer, expected bigint",
                        "breaks later migrations: index \"book.book_title_idx\": collation is not expected (title collate nocase)"));
    }

    private static List<String> and(List<String> all, String... more) {
        return Stream.concat(all.stream(), Stream.of(more)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void eachIsNamedAndLeftToThePeople(Engine engine) throws SQLException {
        ProjectState state = state(engine);
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            assertThat(run.differences(state)).isEmpty();
            run.execute(of(engine).statements().toArray(String[]::new));

            Comparison comparison = run.comparison(state);

            List<SchemaDifference> differences = comparison.all().differences();
            assertThat(differences)
                    .extracting(each -> (each.severity().words() + ": " + each.describe()).toLowerCase(Locale.ROOT))
                    .containsExactlyInAnyOrderElementsOf(of(engine).named());
            FoundState found = FoundState.of(comparison, differences);
            assertThat(run.diff(found.state()).differences()).containsExactlyInAnyOrderElementsOf(found.untold());
        }
    }
}
