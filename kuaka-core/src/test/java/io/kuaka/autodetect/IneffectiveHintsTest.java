package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A former name that nothing had was ignored in silence: the column that was meant was dropped. */
class IneffectiveHintsTest {
    private static final Field ID = bigint("id").primaryKey().identity();
    private static final ModelState HIVE =
            model("Hive").fields(ID, varchar("place", 40), date("built").nullable());
    private static final ModelState BEES = model("Hive.bees")
            .table("hive_bees")
            .fields(
                    reference("owner", "farm.Hive").primaryKey(),
                    varchar("element", 255).primaryKey());

    @Test
    void aMisspelledAttributeIsNamedWithTheOneThatIsRemoved() {
        ModelState now =
                model("Hive").fields(ID, varchar("place", 40), instant("since").nullable());

        assertThat(notes(List.of(HIVE), List.of(now), Map.of("farm.Hive.since", "build")))
                .containsExactly("@RenamedFrom(\"build\") on \"farm.Hive.since\" has no effect, so its column is new:"
                        + " \"farm.Hive\" has no attribute \"build\" that is removed."
                        + " Write @RenamedFrom(\"built\") if \"built\" was renamed, and make the migration again.");
    }

    @Test
    void aMisspelledConstantIsNamedWithTheOneThatIsRemoved() {
        ModelState before = model("Hive").fields(ID, ordinal("kind", "WOOD", "STRAW"));
        ModelState now = model("Hive").fields(ID, ordinal("kind", "WOOD", "REED"));

        assertThat(notes(
                        List.of(before),
                        List.of(now),
                        Map.of("farm.Hive.kind=REED", "STRAWS"),
                        Map.of("rename farm.Hive.kind.STRAW to REED", "no")))
                .containsExactly("@RenamedFrom(\"STRAWS\") on \"farm.Hive.kind.REED\" has no effect, so no rows follow:"
                        + " \"farm.Hive.kind\" has no constant \"STRAWS\" that is removed."
                        + " Write @RenamedFrom(\"STRAW\") if \"STRAW\" was renamed, and make the migration again.");
    }

    @Test
    void anAttributeThatStaysWasNotRenamed() {
        ModelState now = HIVE.withField(varchar("site", 9).nullable());

        assertThat(notes(List.of(HIVE), List.of(now), Map.of("farm.Hive.site", "place")))
                .containsExactly("@RenamedFrom(\"place\") on \"farm.Hive.site\" has no effect, so its column is new:"
                        + " \"farm.Hive\" has no attribute \"place\" that is removed. Remove the annotation.");
    }

    /** What was right had to be removed. */
    @Test
    void anAttributeThatBecomesACollectionUnderAnotherNameWasMeant() {
        ModelState tagged = model("Hive").fields(ID, varchar("bee", 40).nullable());
        ModelState plain = model("Hive").fields(ID);

        assertThat(notes(
                        List.of(tagged),
                        List.of(plain, BEES),
                        Map.of("farm.Hive.bees", "Hive.bee"),
                        Map.of("drop moved values of farm.Hive.bee", "yes")))
                .isEmpty();
        assertThat(notes(
                        List.of(plain, BEES),
                        List.of(tagged),
                        Map.of("farm.Hive.bee", "bees"),
                        Map.of("drop moved values of farm.Hive.bees.element", "yes")))
                .isEmpty();
    }

    @Test
    void aMisspelledEntityIsNamed() {
        ModelState now = model("Colony").fields(ID, instant("seen").nullable());

        assertThat(notes(List.of(HIVE, BEES), List.of(HIVE, BEES, now), Map.of("farm.Colony", "Swarm")))
                .containsExactly("@RenamedFrom(\"Swarm\") on \"farm.Colony\" has no effect, so its table is new:"
                        + " there is no entity \"Swarm\" that is removed. Remove the annotation.");
    }

    @Test
    void aMisspelledJoinTableIsNamed() {
        ModelState now = model("Hive.queens")
                .table("hive_queens")
                .fields(
                        reference("owner", "farm.Hive").primaryKey(),
                        bigint("element").primaryKey());

        assertThat(notes(List.of(HIVE, BEES), List.of(HIVE, now), Map.of("farm.Hive.queens", "Hive.bee")))
                .containsExactly("@RenamedFrom(\"bee\") on \"farm.Hive.queens\" has no effect, so its table is new:"
                        + " \"farm.Hive\" has no table of an attribute \"bee\" that is removed."
                        + " Write @RenamedFrom(\"bees\") if \"bees\" was renamed, and make the migration again.");
    }

    @Test
    void aHintThatIsFollowedIsNotNamed() {
        ModelState now =
                model("Hive").fields(ID, varchar("place", 40), date("since").nullable());

        assertThat(notes(List.of(HIVE), List.of(now), Map.of("farm.Hive.since", "built")))
                .isEmpty();
    }

    @Test
    void aHintThatStaysInTheCodeIsNotNamed() {
        ModelState now = HIVE.withField(bigint("weight").nullable());

        assertThat(notes(
                        List.of(HIVE),
                        List.of(now),
                        Map.of("farm.Hive", "Box", "farm.Hive.built", "made", "farm.Hive.place", "spot")))
                .isEmpty();
    }

    @Test
    void theFirstMigrationOfAnAppRenamesNothing() {
        assertThat(notes(List.of(), List.of(HIVE), Map.of("farm.Hive", "Box", "farm.Hive.place", "spot")))
                .isEmpty();
    }

    /** Rows kept the former name of their class, which Hibernate then can't read. */
    @Test
    void aClassThatRowsCannotFollowIsNamed() {
        ModelState now = HIVE.withField(varchar("DTYPE", 31));

        assertThat(notes(
                        List.of(now),
                        List.of(now),
                        Map.of("farm.Hive.DTYPE=Skep", "Basket", "farm.Hive.DTYPE=Hive", "Box")))
                .containsExactly("@RenamedFrom(\"Basket\") on \"farm.Skep\" has no effect, so rows with \"Basket\" in"
                        + " \"farm.Hive.DTYPE\" keep it: no check lists the names of classes there, as Hibernate 7"
                        + " makes one. Add a RunSql that updates them to \"Skep\" to a migration, unless that is"
                        + " done, and remove the annotation.");
    }

    private static List<String> notes(List<ModelState> before, List<ModelState> now, Map<String, String> hints) {
        return notes(before, now, hints, Map.of());
    }

    private static List<String> notes(
            List<ModelState> before, List<ModelState> now, Map<String, String> hints, Map<String, String> answers) {
        List<MigrationNode> history = new ArrayList<>();
        if (!before.isEmpty()) {
            history.add(MigrationNode.of(
                    MigrationKey.parse("farm.0001_initial"),
                    List.of(),
                    before.stream().<Operation>map(CreateModel::new).toList()));
        }
        ProjectState to = ProjectState.empty();
        for (ModelState model : now) {
            to = to.withModel("farm", model);
        }
        return Autodetector.detect(
                        MigrationGraph.of(history),
                        to,
                        new AnswersQuestioner(answers),
                        AutodetectOptions.defaults().withRenameHints(hints))
                .ineffectiveHints()
                .stream()
                .map(IneffectiveHint::describe)
                .toList();
    }
}
