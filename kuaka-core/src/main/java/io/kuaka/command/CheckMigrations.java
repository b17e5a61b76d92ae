package io.kuaka.command;

import io.kuaka.command.project.Project;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.Target;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks through the code of migrations for what makes trouble later: classes of the models as they are now, and code
 * without a way back. Needs no database.
 */
public final class CheckMigrations {
    /**
     * The options.
     *
     * @param apps the apps whose migrations are looked at; empty for all
     */
    public record Options(SortedSet<String> apps) {
        /** Returns options for all apps. */
        public static Options all() {
            return new Options(new TreeSet<>());
        }
    }

    /**
     * A migration whose code uses a class of the models as they are now.
     *
     * @param migration the migration's class, or another one in its package
     */
    public record LiveUse(String migration, String model) {
        /** Returns what is wrong, and the way out. */
        public String describe() {
            String simple = model.substring(Math.max(model.lastIndexOf('.'), model.lastIndexOf('$')) + 1);
            return migration + " uses " + model + " as it is in the code now. When that class changes, the migration"
                    + " no longer does what it did, or no longer compiles. Use the model as it is at that point of"
                    + " history instead: models.get(\"" + simple + "\").";
        }
    }

    /**
     * What was found.
     *
     * @param irreversible what of the users' code has no way back, and the way out, a sentence for each
     */
    public record Result(List<LiveUse> liveUses, List<String> irreversible) {
        public Result {
            liveUses = List.copyOf(liveUses);
            irreversible = List.copyOf(irreversible);
        }
    }

    private final Project project;
    private final ModelReader reader;

    /** Makes the command for an application. */
    public CheckMigrations(Project project, ModelReader reader) {
        this.project = project;
        this.reader = reader;
    }

    /**
     * Looks through the migrations.
     *
     * @throws io.kuaka.command.project.UnknownAppException when there is no such app
     */
    public Result run(Options options) {
        project.requireApps(options.apps());
        return new Result(liveUses(options), irreversible(options));
    }

    private List<LiveUse> liveUses(Options options) {
        List<LiveUse> uses = new ArrayList<>();
        reader.liveUses().forEach((migration, models) -> {
            if (isWanted(
                    options,
                    project.loaded().appOf(migration).map(MigrationApp::label).orElse(""))) {
                models.forEach(model -> uses.add(new LiveUse(migration, model)));
            }
        });
        return uses;
    }

    private List<String> irreversible(Options options) {
        MigrationGraph graph = project.graph(Set.of());
        Plan plan = graph.plan(Target.everything());
        List<ProjectState> before = graph.states().before(plan);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            MigrationNode migration = plan.steps().get(i).migration();
            if (isWanted(options, migration.key().app())) {
                for (AppliedOperation applied : migration.replay(before.get(i))) {
                    irreversible(applied, sentences);
                }
            }
        }
        return sentences;
    }

    /** What Kuaka wrote and can't be reversed was said when it was written. */
    private static void irreversible(AppliedOperation applied, List<String> sentences) {
        if (applied.operation().category().isOpaque()) {
            try {
                applied.inverse();
            } catch (IrreversibleOperationException e) {
                sentences.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private static boolean isWanted(Options options, String app) {
        return options.apps().isEmpty() || options.apps().contains(app);
    }
}
