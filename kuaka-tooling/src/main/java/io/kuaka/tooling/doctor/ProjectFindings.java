package io.kuaka.tooling.doctor;

import io.kuaka.command.CheckModels;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.UsedSetting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the project says: its apps, models, migrations and settings. Needs no database. */
record ProjectFindings(Application application) {
    List<Finding> all() {
        List<Finding> findings = new ArrayList<>(List.of(settings()));
        imports().ifPresent(findings::add);
        findings.addAll(List.of(Doctor.attempt("Migrations", this::migrations), models()));
        return findings;
    }

    private Finding settings() {
        List<UsedSetting> used = application.settings().used();
        List<String> settings = used.stream()
                .map(each ->
                        each.name() + each.shown().map(text -> " = " + text).orElse("") + " (" + each.origin() + ")")
                .toList();
        List<String> misspelled = used.stream()
                .flatMap(each -> each.meant().stream()
                        .map(meant -> each.origin() + " is no setting of Kuaka: did you mean " + meant + "?"))
                .toList();
        if (!misspelled.isEmpty()) {
            return Finding.problem("Settings", String.join("\n", settings) + "\n" + String.join("\n", misspelled));
        }
        return settings.isEmpty()
                ? Finding.nothing("Settings", "none")
                : Finding.ok("Settings", String.join("\n", settings));
    }

    private Optional<Finding> imports() {
        List<String> unread = application.settings().unread();
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.nothing(
                        "Imports",
                        "not read by Kuaka: " + String.join(",\n", unread)
                                + ".\nIf the database is set there, set it in"
                                + " kuaka.properties or with KUAKA_URL, KUAKA_USER and KUAKA_PASSWORD."));
    }

    private Finding migrations() {
        MigrationGraph graph = application.project().graph(Set.of());
        graph.requireNoConflicts();
        Map<String, Long> byApp =
                counted(graph.order().stream().map(migration -> migration.key()).toList(), MigrationKey::app);
        return byApp.isEmpty() ? Finding.nothing("Migrations", "none") : Finding.ok("Migrations", words(byApp));
    }

    /** Reads the models once, for both what there is and what has changed. */
    private Finding models() {
        return Doctor.attempt("Models", () -> {
            ProjectState models = application.models().read();
            Map<String, Long> byApp = counted(models.models().keySet(), ModelKey::app);
            if (byApp.isEmpty()) {
                return Finding.nothing(
                        "Models", "none. In a project of several modules, look in the one with the entities.");
            }
            SortedSet<String> changed = new CheckModels(application.project(), () -> models)
                    .run(new CheckModels.Options(new TreeSet<>()))
                    .changedApps();
            return changed.isEmpty()
                    ? Finding.ok("Models", words(byApp))
                    : Finding.problem(
                            "Models",
                            words(byApp) + "; changes without a migration in " + String.join(", ", changed)
                                    + ". Run 'kuaka makemigrations'.");
        });
    }

    private static <T> Map<String, Long> counted(Collection<T> all, Function<T, String> app) {
        return all.stream().collect(Collectors.groupingBy(app, TreeMap::new, Collectors.counting()));
    }

    private static String words(Map<String, Long> byApp) {
        List<String> words = new ArrayList<>();
        byApp.forEach((app, count) -> words.add(app + " " + count));
        return String.join(", ", words);
    }
}
