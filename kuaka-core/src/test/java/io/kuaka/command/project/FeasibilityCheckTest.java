package io.kuaka.command.project;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makemigrations would write, and no database could run. */
class FeasibilityCheckTest {
    private static final ProjectState BEFORE = ProjectState.empty()
            .withModel("shop", model("Fair").fields(bigint("id").primaryKey(), date("opens")))
            .withModel("shop", model("Stand").fields(bigint("id").primaryKey(), reference("fair", "shop.Fair")));

    private static final FeasibilityCheck ANYWHERE = FeasibilityCheck.on(Optional.empty());

    @Test
    void whatSomeDatabaseCanRunIsWritten() {
        assertThatCode(() -> ANYWHERE.require(migration(new RemoveField("Fair", "opens")), BEFORE))
                .doesNotThrowAnyException();
    }

    @Test
    void aChangeOfATypeThatNoDatabaseCanMakeIsRefused() {
        MigrationNode migration = migration(new AlterField("Fair", bool("opens")));

        assertThatThrownBy(() -> ANYWHERE.require(migration, BEFORE))
                .isInstanceOf(InfeasibleMigrationException.class)
                .hasMessageStartingWith("No migration was written: shop.0002_change could not run on h2, mariadb,")
                .hasMessageContaining("opens");
    }

    @Test
    void aKeyThatReferencesDoNotFollowIsRefusedOnTheConfiguredDatabase() {
        Dialect h2 = Dialects.named("h2");
        MigrationNode migration = migration(new AddField("Fair", bigint("year").primaryKey(), Expression.value(1)));

        assertThatThrownBy(() -> FeasibilityCheck.on(Optional.of(h2)).require(migration, BEFORE))
                .isInstanceOfSatisfying(InfeasibleMigrationException.class, refusal -> assertThat(refusal.migration())
                        .isEqualTo(migration.key()))
                .hasMessageContaining("could not run on h2.")
                .hasMessageContaining("\"fair\" of model \"Stand\"");
    }

    /** As when two entities copy one {@code @Index(name = "idx_name")}. */
    @Test
    void twoIndexesOfOneNameAreRefusedOnADatabaseWithOneNamespaceForThem() {
        MigrationNode migration = migration(
                new AddIndex("Fair", index("idx_name").on("opens")),
                new AddIndex("Stand", index("idx_name").on("fair")));

        assertThatThrownBy(() -> on("postgresql").require(migration, BEFORE))
                .hasMessage(
                        "No migration was written: shop.0002_change could not run on postgresql. The name \"idx_name\""
                                + " would be that of an index of table \"Fair\" and of an index of table \"Stand\", and the database has"
                                + " one such name in a schema. Choose another name for one of them, as with @Index(name = …).");
        assertThatCode(() -> on("mysql").require(migration, BEFORE)).doesNotThrowAnyException();
        assertThatCode(() -> ANYWHERE.require(migration, BEFORE)).doesNotThrowAnyException();
    }

    /** The names that Kuaka makes don't depend on case. */
    @Test
    void tablesWhoseNamesDifferInCaseOnlyAreRefusedWhereTheirKeysWouldHaveOneName() {
        MigrationNode migration = migration(
                new CreateModel(
                        model("Order").table("`Order`").fields(bigint("id").primaryKey())),
                new CreateModel(
                        model("Other").table("`order`").fields(bigint("id").primaryKey())));

        assertThatThrownBy(() -> on("postgresql").require(migration, BEFORE))
                .hasMessageContaining("the primary key of table")
                .hasMessageEndingWith("as with @Table(name = …).");
    }

    private static FeasibilityCheck on(String dialect) {
        return FeasibilityCheck.on(Optional.of(Dialects.named(dialect)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuaka_lock", "Kuaka_Migrations", "`kuaka_journal`"})
    void aModelCannotHaveATableThatKuakaKeepsForItself(String table) {
        FeasibilityCheck check = ANYWHERE.withHistoryIn(OwnNames.standard());
        MigrationNode migration = migration(
                new CreateModel(model("Lock").table(table).fields(bigint("id").primaryKey())));

        assertThatThrownBy(() -> check.require(migration, BEFORE))
                .isInstanceOfSatisfying(OccupiedTableException.class, refusal -> assertThat(refusal.owner())
                        .isEqualTo(ModelKey.parse("shop.Lock")))
                .hasMessageStartingWith("No migration was written: the model \"shop.Lock\" has the name \"" + table);
    }

    @Test
    void aSequenceCannotHaveTheNameOfATableThatKuakaKeepsForItself() {
        FeasibilityCheck check = ANYWHERE.withHistoryIn(OwnNames.of(null, "shop_history"));

        assertThatThrownBy(() -> check.require(migration(new CreateSequence(sequence("shop_history"))), BEFORE))
                .isInstanceOf(OccupiedTableException.class)
                .hasMessageContaining("the sequence \"shop.shop_history\"");
        assertThatCode(() -> check.require(migration(new CreateSequence(sequence("kuaka_lock"))), BEFORE))
                .doesNotThrowAnyException();
    }

    private static MigrationNode migration(Operation... operations) {
        return MigrationNode.of(new MigrationKey("shop", "0002_change"), List.of(), List.of(operations));
    }
}
