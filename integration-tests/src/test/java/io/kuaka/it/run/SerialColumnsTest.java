package io.kuaka.it.run;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ProjectState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A serial column of PostgreSQL whose sequence the entity names: {@code book_id_seq} was created a second time. */
class SerialColumnsTest {
    private static final ProjectState ENTITIES = SchemaRun.shop(model("Book")
                    .table("book")
                    .fields(bigint("id").primaryKey().sequence("shop.book_id_seq"), varchar("title", 200)))
            .withSequence("shop", sequence("book_id_seq"));

    @TempDir
    private Path folder;

    private static TestDatabase database() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        database.execute(
                "create table book (id bigserial primary key, title varchar(200) not null)",
                "insert into book (title) values ('Owls Do Cry'), ('The Edge of the Alphabet')");
        return database;
    }

    @Test
    void theirSequenceIsTheOneThatTheEntityTakesItsIdsFrom() throws Exception {
        AdoptionRun run = new AdoptionRun(database(), ENTITIES, Map.of(), folder);

        assertThat(AdoptionRun.named(run.look().database().differences())).containsExactly("book.id default");
        run.adopt(true, false);
        assertThat(run.drift()).isEmpty();

        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("select nextval('book_id_seq')")).containsExactly("3");

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("insert into book (title) values ('Scented Gardens') returning id"))
                .containsExactly("4");
    }

    /** It would be in the way of an identity later: "column already has a default". */
    @Test
    void theirDefaultIsNotLeftAlone() throws Exception {
        ProjectState plain =
                SchemaRun.shop(model("Book").table("book").fields(bigint("id").primaryKey(), varchar("title", 200)));
        for (ProjectState models : List.of(plain, ENTITIES)) {
            AdoptionRun run = new AdoptionRun(database(), models, Map.of(), Files.createTempDirectory(folder, "run"));

            assertThat(run.adopt(false, true).isAdoptable()).isFalse();
            Adopt.Prepared adopted = run.adopt(true, true);
            assertThat(AdoptionRun.named(adopted.database().leftovers())).isEmpty();
            run.migrate(Migrate.Options.all());
            run.make(SchemaRun.shop(
                    model("Book").table("book").fields(bigint("id").primaryKey().identity(), varchar("title", 200))));
            run.migrate(Migrate.Options.all());

            assertThat(run.drift()).isEmpty();
            assertThat(run.query("insert into book (title) values ('Scented Gardens') returning id"))
                    .containsExactly("3");
        }
    }

    /** Otherwise the sequence would go with the table that it belongs to. */
    @Test
    void theirSequenceBelongsToNoColumnAnyMore() throws Exception {
        AdoptionRun run = new AdoptionRun(database(), ENTITIES, Map.of(), folder);
        run.adopt(true, false);
        run.migrate(Migrate.Options.all());

        assertThat(run.query("select pg_get_serial_sequence('book', 'id') is null"))
                .containsExactly("t");

        run.migrate(new Migrate.Options("shop", "zero", false));

        assertThat(run.query("select relname from pg_class where relname like 'book%'"))
                .isEmpty();
    }
}
