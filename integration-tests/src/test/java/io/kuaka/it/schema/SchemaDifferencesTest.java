package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.compare.Comparison;
import io.kuaka.compare.FoundState;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A database in which somebody has changed something by hand: each change is named, and nothing is named besides. */
class SchemaDifferencesTest {
    @ParameterizedTest
    @MethodSource("io.kuaka.it.schema.ChangesByHand#seeds")
    void eachChangeByHandIsNamedAndNothingElse(Engine engine, ChangesByHand.Seed seed) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, ChangesByHand.STATE)) {
            run.migrate(ChangesByHand.STATE, seed.change().toArray(Operation[]::new));

            SchemaDiff diff = run.diff(ChangesByHand.STATE);

            assertThat(Stream.concat(diff.differences().stream(), diff.unknown().stream())
                            .map(SchemaDifferencesTest::said))
                    .containsExactlyInAnyOrderElementsOf(seed.said());
        }
    }

    private static String said(SchemaDifference each) {
        String tense = each.found() == null ? " missing" : each.expected() == null ? " not expected" : "";
        String aspect = each.aspect().isEmpty() ? "" : " " + each.aspect();
        return each.severity().words() + ": " + each.part().words() + " "
                + each.path().toLowerCase(Locale.ROOT) + aspect + tense;
    }

    @ParameterizedTest
    @EnumSource
    void nothingDiffersWhereNothingWasChanged(Engine engine) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, ChangesByHand.STATE)) {
            assertThat(run.differences(ChangesByHand.STATE)).isEmpty();
        }
    }

    /** Where somebody made a key by hand, or 'hbm2ddl' added a table to others. */
    @ParameterizedTest
    @EnumSource
    void aKeyWhoseColumnsHaveAnotherOrderIsNoneThatTheApplicationMinds(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(model("Line")
                .fields(integer("place").primaryKey(), bigint("invoice").primaryKey()));
        try (SchemaRun run = SchemaRun.on(engine)) {
            run.execute("create table Line (place integer not null, invoice bigint not null,"
                    + " constraint line_pkey primary key (invoice, place))");

            assertThat(run.diff(state).differences())
                    .extracting(SchemaDifferencesTest::said)
                    .containsExactly("breaks later migrations: primary key line columns");
        }
    }

    /** Hibernate's scripts sort the values by name, and only who sorts by the column notices. */
    @Test
    void theOrderOfANamedEnumerationMakesNoDifference() throws SQLException {
        ProjectState state = SchemaRun.shop(
                model("Job").fields(bigint("id").primaryKey(), nativeEnum("phase", "Phase", "PLANNED", "DONE")));
        try (SchemaRun run = SchemaRun.on(Engine.POSTGRESQL)) {
            run.execute(
                    "create type Phase as enum ('DONE', 'PLANNED')",
                    "create table Job (id bigint not null constraint job_pkey primary key, phase Phase not null)");

            assertThat(run.differences(state)).isEmpty();
            run.execute("alter type Phase add value 'HELD' before 'DONE'");
            assertThat(run.differences(state))
                    .containsExactly(
                            "enumeration \"phase\": values is [HELD, DONE, PLANNED], expected [PLANNED, DONE]");
        }
    }

    /** PostgreSQL keeps a list with the types that it took the values for. */
    @Test
    void checksAreShownAsPeopleWriteThem() throws SQLException {
        ProjectState state =
                SchemaRun.shop(model("Job").fields(bigint("id").primaryKey(), enumeration("phase", "PLANNED", "DONE")));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, state)) {
            run.execute(
                    "alter table Job drop constraint job_phase_check",
                    "alter table Job add constraint job_phase_check check (phase in ('DONE', 'HELD'))");

            assertThat(run.differences(state))
                    .containsExactly("check \"job.job_phase_check\": definition is check (phase in ('DONE', 'HELD')),"
                            + " expected check (phase in ('PLANNED', 'DONE'))");
        }
    }

    /** A column that should have a collation has it also where its table gives it to all columns. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aCollationMayComeFromTheTable(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(model("Label")
                .fields(
                        bigint("id").primaryKey(),
                        varchar("word", 20).collation(engine.collation()),
                        varchar("other", 20)));
        try (SchemaRun run = SchemaRun.on(engine)) {
            run.execute("create table Label (id bigint not null primary key, word varchar(20) not null,"
                    + " other varchar(20) not null) collate " + engine.collation());

            assertThat(run.differences(state))
                    .containsExactly("table \"Label\": default collation is not expected (" + engine.collation() + ")");
        }
    }

    /** SQLite keeps what people wrote, and ignores the case of all names. */
    @Test
    void theCaseOfNamesMakesNoDifferenceWhereTheDatabaseIgnoresIt() throws SQLException {
        ProjectState state = SchemaRun.shop(model("Label")
                .fields(
                        bigint("id").primaryKey(),
                        varchar("word", 20),
                        integer("size").nullable(),
                        integer("twice").nullable().generated(field("size").times(value(2))))
                .indexes(index("label_word_idx").on("word").where(field("size").gt(1)))
                .constraints(
                        check("label_word_check", field("word").ne("X")),
                        unique("label_size_key").on("size", "word")));
        try (SchemaRun run = SchemaRun.on(Engine.SQLITE)) {
            run.execute(
                    "create table LABEL (ID bigint not null primary key, Word varchar(20) not null, Size integer,"
                            + " Twice integer as (SIZE * 2) stored, constraint Label_Word_Check check (WORD <> 'X'),"
                            + " constraint LABEL_SIZE_KEY unique (Size, WORD))",
                    "create index Label_Word_Idx on label (Word) where SIZE > 1");

            assertThat(run.differences(state)).isEmpty();
            run.execute(
                    "drop table LABEL",
                    "create table Label (ID bigint not null primary key, Word varchar(20) not null, Size integer,"
                            + " Twice integer as (SIZE * 2) stored, constraint Label_Word_Check check (WORD <> 'x'),"
                            + " constraint LABEL_SIZE_KEY unique (Size, WORD))",
                    "create index Label_Word_Idx on label (Word) where SIZE > 1");
            assertThat(run.differences(state))
                    .containsExactly(
                            "check \"label.label_word_check\": definition is check (word <> 'x'), expected check (word <> 'X')");
        }
    }

    /** The default of a number has as many decimal places as the column. */
    @ParameterizedTest
    @EnumSource
    void aChangeOfTypeIsNoChangeOfTheDefault(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(model("Label")
                .fields(bigint("id").primaryKey(), decimal("price", 10, 2).defaultTo(0)));
        try (SchemaRun run = SchemaRun.on(engine)) {
            run.execute("create table Label (id bigint not null, price numeric(10,3) default 0 not null,"
                    + " constraint label_pkey primary key (id))");

            assertThat(run.diff(state).differences())
                    .extracting(SchemaDifference::aspect)
                    .containsExactly("type");
        }
    }

    /** The server tells bits and bytes in another form than all other constants, and more than one bit is no truth value. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void defaultsOfBitsAreTakenOver(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(
                model("Label").fields(bigint("id").primaryKey(), bool("active").defaultTo(true)));
        try (SchemaRun run = SchemaRun.on(engine)) {
            run.execute("create table Label (id bigint not null primary key, active bit(1) default b'0' not null,"
                    + " flags bit(4) default b'101', code varbinary(4) default 0x6162)");

            Comparison comparison = run.comparison(state);
            FoundState found = FoundState.of(comparison, comparison.all().differences());

            assertThat(found.untold()).isEmpty();
            assertThat(run.differences(found.state())).isEmpty();
        }
    }
}
