package io.kuaka.it.adoption;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.ordinal;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.Migrate;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Enumerations whose checks have names that somebody gave them. */
@Tag("slow")
class RenamedChecksTest {
    private static final ProjectState ENTITIES = SchemaRun.shop(model("Book")
            .table("book")
            .fields(
                    bigint("id").primaryKey(),
                    enumeration("status", "DRAFT", "FOR_SALE"),
                    ordinal("cover", "HARD", "SOFT").column("cover_kind")));

    private static final String[] TABLES = {
        "create table book (id bigint not null primary key, status varchar(255) not null, cover_kind smallint not null,"
                + " constraint ck_book_status check (status in ('FOR_SALE', 'DRAFT')),"
                + " constraint ck_book_cover check (cover_kind between 0 and 1))",
        "insert into book values (1, 'DRAFT', 1)"
    };

    @TempDir
    private Path folder;

    private AdoptionRun adopted(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(TABLES);
        AdoptionRun run = new AdoptionRun(database, ENTITIES, Map.of(), folder);
        assertThat(run.adopt(true, false).isAdoptable()).isTrue();
        assertThat(run.drift()).isEmpty();
        return run;
    }

    @Test
    void aCheckIsRenamedWhereItIs() throws Exception {
        AdoptionRun run = adopted(Engine.POSTGRESQL);
        String checks =
                "select oid from pg_constraint where conrelid = 'book'::regclass and contype = 'c' order by oid";
        String names =
                "select conname from pg_constraint where conrelid = 'book'::regclass and contype = 'c' order by 1";
        List<String> before = run.query(checks);
        assertThat(run.project().loaded().migrations().get(1).operations().get())
                .containsExactly(
                        new RenameConstraint("Book", "ck_book_cover", "book_cover_kind_check"),
                        new RenameConstraint("Book", "ck_book_status", "book_status_check"),
                        new AlterField("Book", ordinal("cover", "HARD", "SOFT").column("cover_kind")),
                        new RemoveConstraint("Book", "book_cover_kind_check"),
                        new AlterField("Book", enumeration("status", "DRAFT", "FOR_SALE")),
                        new RemoveConstraint("Book", "book_status_check"));

        run.migrate(Migrate.Options.all());
        assertThat(run.query(checks)).isEqualTo(before);
        assertThat(run.query(names)).containsExactly("book_cover_kind_check", "book_status_check");
        assertThat(run.drift()).isEmpty();

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.query(checks)).isEqualTo(before);
        assertThat(run.query(names)).containsExactly("ck_book_cover", "ck_book_status");
        assertThat(run.drift()).isEmpty();
    }

    /** Tests often run on another kind of database, which may have types for enumerations. */
    @ParameterizedTest
    @EnumSource
    void newDatabasesOfAnyKindGetTheSame(Engine engine) throws Exception {
        AdoptionRun fresh = adopted(Engine.POSTGRESQL).on(engine.fresh(), folder.resolve("fresh"));

        fresh.migrate(Migrate.Options.all());
        assertThat(fresh.drift()).isEmpty();
        assertThat(fresh.modelsAreUnchanged()).isTrue();
        fresh.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(fresh.drift()).isEmpty();
        fresh.migrate(Migrate.Options.all());
        assertThat(fresh.drift()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseIsAdoptedFixedAndLedBack(Engine engine) throws Exception {
        AdoptionRun run = adopted(engine);

        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();
        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
        run.migrate(Migrate.Options.all());
        assertThat(run.query("select status from book where cover_kind = 1")).containsExactly("DRAFT");
    }
}
