package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.array;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.type;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.exclusion;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Named enumerations change while rules, defaults and computed values use them. */
class NamedEnumsTest {
    private static final String[] BEFORE = {"DRAFT", "OPEN", "DONE"};
    private static final String[] AFTER = {"OPEN", "DONE", "DRAFT", "HELD"};

    private static Field phase(String... values) {
        return nativeEnum("phase", "Phase", values);
    }

    private static ModelState job() {
        return model("Job")
                .fields(
                        integer("id").primaryKey(),
                        varchar("title", 20).nullable(),
                        phase(BEFORE).defaultTo("DRAFT"),
                        integer("open").nullable().generated(sql("case when phase = 'OPEN' then 1 else 0 end")))
                .indexes(
                        index("job_open_idx").on("title").where(sql("phase = 'OPEN'")),
                        index("job_computed_idx").on("open", "phase"))
                .constraints(
                        check("job_done_check", sql("phase <> 'DONE' or title is not null")),
                        check("job_open_check", field("open").ge(0)),
                        unique("job_title_key").on("title", "phase"));
    }

    @ParameterizedTest
    @EnumSource
    void valuesChangeTheirOrderUnderRulesAndComputedValuesAndBack(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(job());
        Operation[] all = {
            new CreateModel(model("Log")
                    .fields(
                            integer("id").primaryKey(),
                            nativeEnum("was", "Phase", AFTER).nullable(),
                            nativeEnum("now", "Phase", AFTER).nullable().defaultTo("HELD"))),
            new AlterField("Job", phase(AFTER).defaultTo("DRAFT"))
        };
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute(
                    "insert into Job (id, title, phase) values (1, 'a', 'OPEN')", "insert into Job (id) values (2)");
            ProjectState between = all[0].apply("shop", before);
            ProjectState after = assertMigrates(run, before, all);
            run.execute("insert into Log (id) values (1)");

            assertThat(run.query("select id, phase, open from Job order by id"))
                    .containsExactly("1|OPEN|1", "2|DRAFT|0");
            assertThat(run.query("select now from Log")).containsExactly("HELD");

            assertMigrates(run, after, all[1].inverse("shop", between), all[0].inverse("shop", before));
            assertThat(run.query("select id, phase, open from Job order by id"))
                    .containsExactly("1|OPEN|1", "2|DRAFT|0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewValueIsUsedByTheMigrationThatAddsIt(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Job").fields(integer("id").primaryKey(), phase(BEFORE).nullable()));
        String[] more = {"DRAFT", "OPEN", "DONE", "HELD"};
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Job (id) values (1)", "insert into Job (id, phase) values (2, 'OPEN')");

            assertMigrates(
                    run,
                    before,
                    new AlterField("Job", phase(more).nullable()),
                    new AlterField("Job", phase(more), value("HELD")),
                    new AddConstraint("Job", check("job_check", field("phase").ne("DONE"))));

            assertThat(run.query("select phase from Job order by id")).containsExactly("HELD", "OPEN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultThatIsNoValueAnyMoreIsReplaced(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Job").fields(integer("id").primaryKey(), phase(BEFORE).defaultTo("DRAFT")));
        Operation alter = new AlterField("Job", phase("OPEN", "DONE").defaultTo("OPEN"));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Job (id, phase) values (1, 'DONE')");
            ProjectState after = assertMigrates(run, before, alter);
            run.execute("insert into Job (id) values (2)");

            assertThat(run.query("select phase from Job order by id")).containsExactly("DONE", "OPEN");
            assertMigrates(run, after, alter.inverse("shop", before));
        }
    }

    @Test
    void postgresqlKeepsArraysReferencesAndExclusionsOfANamedEnumeration() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Step").fields(phase(BEFORE).primaryKey()),
                model("Job")
                        .fields(
                                integer("id").primaryKey(),
                                reference("step", "shop.Step"),
                                array("history", type(phase(BEFORE))).nullable())
                        .constraints(exclusion("job_step_excl")
                                .using("btree")
                                .with(field("step"), "=")
                                .where(sql("step_id <> 'DRAFT'"))));
        Operation[] all = {
            new AlterField("Step", phase(AFTER).primaryKey()),
            new AlterField("Job", array("history", type(phase(AFTER))).nullable())
        };
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            run.execute(
                    "insert into Step values ('OPEN'), ('DRAFT')",
                    "insert into Job values (1, 'OPEN', '{DRAFT,OPEN}'), (2, 'DRAFT', null)");

            assertMigrates(run, before, all);

            assertThat(run.query("select * from Job order by id"))
                    .containsExactly("1|OPEN|{DRAFT,OPEN}", "2|DRAFT|null");
            assertThatThrownBy(() -> run.execute("insert into Job values (3, 'OPEN', null)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void postgresqlChangesAnEnumerationOfAnotherTableToo() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Job").fields(integer("id").primaryKey(), phase(BEFORE)),
                model("Task")
                        .fields(integer("id").primaryKey(), phase(BEFORE))
                        .indexes(index("task_idx").on("id").where(sql("phase = 'OPEN'"))));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            run.execute("insert into Task values (1, 'OPEN')");

            assertMigrates(
                    run,
                    before,
                    new AlterField("Job", phase(AFTER)),
                    new AddField("Job", nativeEnum("next", "Phase", AFTER).nullable()),
                    new AlterField("Task", phase(AFTER)));

            assertThat(run.query("select phase from Task")).containsExactly("OPEN");
        }
    }
}
