package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.base.MigrationException;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two versions of entities, the answers to what is asked between them, and what has to hold for the way. */
record EntityChange(EntityVersion before, EntityVersion after, Map<String, String> answers) {
    EntityChange(EntityVersion before, EntityVersion after) {
        this(before, after, Map.of());
    }

    /** How a change ended; each is right. */
    enum Outcome {
        /** Without answers, makemigrations stopped at a question. */
        ASKED,
        /** makemigrations refused to write what can't run. */
        REFUSED,
        /** The rows didn't suit, and nothing was changed. */
        STOPPED,
        /** There, but the rows didn't suit the way back, which changed nothing. */
        ONE_WAY,
        MIGRATED
    }

    /** How a change ended, and the message of what asked, refused or stopped it; empty if nothing did. */
    record Ending(Outcome outcome, String reason) {
        private static Ending of(Outcome outcome, MigrationException reason) {
            return new Ending(outcome, String.valueOf(reason.getMessage()));
        }
    }

    /**
     * Goes from one version to the other with rows, back, and forward again.
     *
     * @throws AssertionError if a value is lost, the migration can't run, or the tables aren't those of the entities
     */
    Outcome run(Engine engine) throws SQLException {
        return end(engine).outcome();
    }

    /** Does what {@link #run} does, and returns the reason, too. */
    Ending end(Engine engine) throws SQLException {
        List<MigrationNode> history = new ArrayList<>(detect(List.of(), before));
        List<MigrationNode> made;
        try {
            made = detect(history, after);
            requireFeasible(engine, made);
        } catch (OpenQuestionsException e) {
            return Ending.of(Outcome.ASKED, e);
        } catch (MigrationException e) {
            assertThat(e.getMessage()).isNotEmpty();
            return Ending.of(Outcome.REFUSED, e);
        }
        history.addAll(made);
        return go(new EntityDatabase(engine, history), made.isEmpty());
    }

    private Ending go(EntityDatabase database, boolean isSame) throws SQLException {
        List<Target> first = List.of(Target.at(database.history().get(0).key()));
        database.migrate(first);
        database.insert(before, 0);
        StoredValues rows = StoredValues.of(database.database(), before.state());
        Optional<MigrationException> stopped = database.tryTo(List.of(Target.everything()));
        if (stopped.isPresent()) {
            requireUntouched(
                    database,
                    before.state(),
                    rows,
                    "stopped by " + stopped.get().getMessage());
            return Ending.of(Outcome.STOPPED, stopped.get());
        }
        StoredValues changed = StoredValues.of(database.database(), after.state());
        assertThat(rows.renamed(renamed(false)).lostIn(changed, before.state(), after.state()))
                .as("lost")
                .isEmpty();
        assertThat(database.differences()).as("there").isEmpty();
        Optional<MigrationException> stuck = isSame ? Optional.empty() : database.tryTo(first);
        if (stuck.isPresent()) {
            requireUntouched(
                    database, after.state(), changed, "stuck by " + stuck.get().getMessage());
            return Ending.of(Outcome.ONE_WAY, stuck.get());
        }
        if (!isSame) {
            StoredValues returned = StoredValues.of(database.database(), before.state());
            assertThat(changed.renamed(renamed(true)).lostIn(returned, after.state(), before.state()))
                    .as("lost on the way back")
                    .isEmpty();
            assertThat(database.differencesFrom(before.state())).as("back").isEmpty();
            database.migrate(List.of(Target.everything()));
            StoredValues again = StoredValues.of(database.database(), after.state());
            assertThat(returned.renamed(renamed(false)).lostIn(again, before.state(), after.state()))
                    .as("lost on the second way")
                    .isEmpty();
            assertThat(database.differences()).as("there again").isEmpty();
        }
        database.validateAndInsert(after, 500);
        assertThat(database.differencesFromHibernates(after, database.engine().fresh()))
                .as("otherwise than Hibernate makes the tables")
                .isEmpty();
        return new Ending(Outcome.MIGRATED, "");
    }

    /** Returns the names of classes that the change gives to rows, or takes from them when reversed. */
    private Map<String, String> renamed(boolean isReversed) {
        Map<String, String> names = new HashMap<>();
        after.options().renameHints().forEach((place, former) -> {
            String now = place.substring(place.indexOf('=') + 1);
            if (!now.equals(place)) {
                names.put(isReversed ? now : former, isReversed ? former : now);
            }
        });
        return names;
    }

    private static void requireUntouched(EntityDatabase database, ProjectState state, StoredValues rows, String why)
            throws SQLException {
        assertThat(database.differencesFrom(state)).as(why).isEmpty();
        assertThat(StoredValues.of(database.database(), state)).as(why).isEqualTo(rows);
    }

    private List<MigrationNode> detect(List<MigrationNode> history, EntityVersion version) {
        return Autodetector.detect(
                        MigrationGraph.of(history), version.state(), new AnswersQuestioner(answers), version.options())
                .migrations();
    }

    private void requireFeasible(Engine engine, List<MigrationNode> made) {
        ProjectState state = before.state();
        for (MigrationNode migration : made) {
            new FeasibilityCheck(List.of(Dialects.named(EntityDatabase.dialect(engine))), List.of())
                    .require(migration, state);
            state = migration.apply(state);
        }
    }
}
