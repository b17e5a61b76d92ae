package io.kuaka.executor;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.graph.Direction;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which migrations are sent together. */
class TripsTest {
    private static final Dialect DIALECT = Dialects.named("postgresql");

    private static final CreateModel AUTHOR =
            new CreateModel(model("Author").fields(bigint("id").primaryKey()));
    private static final CreateModel BOOK =
            new CreateModel(model("Book").fields(bigint("id").primaryKey(), varchar("title", 40)));

    private static final Operation AUTHOR_OF_BOOK =
            new AddField("Book", reference("author", "shop.Author").nullable());

    private final List<PlanStep> steps = new ArrayList<>();
    private final List<MigrationScript> scripts = new ArrayList<>();
    private ProjectState state = ProjectState.empty();

    private void there(Operation... operations) {
        state = node(operations).apply(state);
    }

    private void then(Operation... operations) {
        then(new TreeSet<>(List.of(node().key())), operations);
    }

    private void then(SortedSet<MigrationKey> history, Operation... operations) {
        MigrationNode node = node(operations);
        steps.add(new PlanStep(node, Direction.FORWARD, history));
        scripts.add(MigrationScript.of(DIALECT, node, Direction.FORWARD, state));
        state = node.apply(state);
    }

    private MigrationNode node(Operation... operations) {
        MigrationKey key = new MigrationKey("shop", String.format("%04d_next", steps.size() + 1));
        return MigrationNode.of(key, List.of(), List.of(operations));
    }

    private int firstTrip() {
        return new Trips(DIALECT, steps, scripts, true).endOf(0);
    }

    @Test
    void newTablesThatReferToEachOtherAreOneTrip() {
        then(AUTHOR);
        then(BOOK);
        then(AUTHOR_OF_BOOK);

        assertThat(firstTrip()).isEqualTo(3);
    }

    /** The foreign key waits for whoever writes to the old table, and nobody was told of it. */
    @Test
    void aKeyToAnOldTableIsNoneOfIt() {
        there(AUTHOR);
        then(BOOK);
        then(new AddField("Book", integer("pages").nullable()));
        then(AUTHOR_OF_BOOK);

        assertThat(firstTrip()).isEqualTo(2);
    }

    /** The column of the old table gets the new type, too. */
    @Test
    void aChangeThatAnOldTableFollowsIsNoneOfIt() {
        there(BOOK);
        then(new CreateModel(model("Author").fields(integer("id").primaryKey())));
        then(new AddField("Author", integer("age").nullable()));
        then(AUTHOR_OF_BOOK);
        then(new AlterField("Author", bigint("id").primaryKey()));

        Trips trips = new Trips(DIALECT, steps, scripts, true);
        assertThat(trips.endOf(0)).isEqualTo(2);
        assertThat(trips.endOf(2)).isEqualTo(3);
        trips.ran(scripts.get(2));
        then(new AddField("Author", integer("height").nullable()));
        assertThat(trips.endOf(3)).isEqualTo(4);
    }

    @Test
    void aSquashOfManyMigrationsHasAsManyRowsInTheHistory() {
        then(AUTHOR);
        SortedSet<MigrationKey> many = IntStream.range(0, 300)
                .mapToObj(i -> new MigrationKey("shop", "0001_" + i))
                .collect(Collectors.toCollection(TreeSet::new));
        then(many, BOOK);

        assertThat(firstTrip()).isEqualTo(1);
    }

    @Test
    void theCallThatIsAdvisedNamesTheDatabase() {
        MigrationNode node = node(BOOK).on(new Placement("reporting", route -> true));

        assertThat(UnfinishedMigrationException.commandTo(node, false))
                .isEqualTo("'kuaka migrate --database reporting shop zero --fake'");
    }
}
