package io.kuaka.tooling.doctor;

import io.kuaka.base.MigrationException;
import io.kuaka.command.DescribeDatabase;
import io.kuaka.command.Drift;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.ShowMigrations.Status;
import io.kuaka.command.project.Database;
import io.kuaka.command.project.History;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.state.ModelState;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.MissingDatabaseException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the configured database says. */
record DatabaseFindings(Application application, LocalDate today) {
    private static final String TOPIC = "Database";

    List<Finding> all() {
        Database configured;
        try {
            configured = application.settings().requireDatabase();
        } catch (MissingDatabaseException e) {
            return List.of(Finding.nothing(TOPIC, sentences(e)));
        } catch (MigrationException e) {
            return List.of(Finding.problem(TOPIC, e));
        }
        return configured
                .missing()
                .map(path -> List.of(missing(configured, path)))
                .orElseGet(() -> found(configured));
    }

    private static String sentences(MissingDatabaseException e) {
        return String.join("\n", String.valueOf(e.getMessage()).split("(?<=[.:]) (?=[A-Z])"));
    }

    /** A connection would create it. */
    private static Finding missing(Database configured, Path path) {
        boolean isFile = configured
                .dialect()
                .file(configured.url())
                .map(Path::of)
                .filter(path::equals)
                .isPresent();
        return Finding.problem(
                TOPIC,
                configured.redactedUrl() + ": \"" + path + "\" doesn't exist yet. "
                        + (isFile
                                ? "'kuaka migrate' creates it; or correct the URL."
                                : "Make the folder, or correct the URL."));
    }

    private List<Finding> found(Database configured) {
        DescribeDatabase.Result server;
        try {
            server = new DescribeDatabase(application.database()).run(new DescribeDatabase.Options(tables()));
        } catch (MigrationException e) {
            return List.of(Finding.problem(TOPIC, e));
        }
        List<Finding> findings = new ArrayList<>(List.of(server(configured, server), privileges(server)));
        findings.addAll(history());
        findings.add(Doctor.attempt("Drift", this::drift));
        return findings;
    }

    /** The tables that migrations have made, which pending ones may rename or drop, and those that they will have made. */
    private Set<String> tables() {
        try {
            MigrationGraph graph =
                    History.read(application.placed(), application.database()).graph();
            return Stream.of(graph.states().of(graph.applied()), graph.states().atEnd())
                    .flatMap(state -> state.models().values().stream())
                    .map(ModelState::table)
                    .collect(Collectors.toSet());
        } catch (MigrationException e) {
            // What is wrong with the history is a finding of its own.
            return Set.of();
        }
    }

    private static Finding server(Database database, DescribeDatabase.Result server) {
        String found = database.redactedUrl() + ": " + server.product() + ", dialect " + server.dialect() + ", driver "
                + server.driver();
        if (!server.refusal().isEmpty()) {
            return Finding.problem(TOPIC, found + ". " + server.refusal());
        }
        return Finding.ok(TOPIC, server.notes().isEmpty() ? found : found + ". " + String.join(" ", server.notes()));
    }

    private static Finding privileges(DescribeDatabase.Result server) {
        String who = server.user().isEmpty() ? "this user" : "\"" + server.user() + "\"";
        return server.missingPrivileges().isEmpty()
                ? Finding.ok("Privileges", who + " may change tables")
                : Finding.problem(
                        "Privileges",
                        who + " lacks " + String.join(", ", server.missingPrivileges())
                                + ". Grant it, or set user and password of a user that has it.");
    }

    private List<Finding> history() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Doctor.attempt("History", () -> {
            ShowMigrations.Result shown =
                    new ShowMigrations(application.placed(), application.database()).run(ShowMigrations.Options.all());
            findings.add(lock(shown));
            return history(shown);
        }));
        return findings;
    }

    private static Finding lock(ShowMigrations.Result shown) {
        return shown.runner()
                .map(
                        runner -> Finding.problem(
                                "Lock",
                                "held by " + runner.words()
                                        + ". Wait for it; if it has ended, the next 'kuaka migrate' takes over, or run 'kuaka unlock'."))
                .orElseGet(() -> Finding.ok("Lock", "free"));
    }

    private static Finding history(ShowMigrations.Result shown) {
        if (!shown.problems().isEmpty()) {
            return Finding.problem("History", String.join(" ", shown.problems()));
        }
        long applied = shown.appliedNames().size();
        long pending = count(shown, Status.NOT_APPLIED);
        String found = applied + " applied, " + pending + " pending";
        if (count(shown, Status.UNFINISHED) > 0) {
            return Finding.problem("History", found + "; a run was interrupted. Run 'kuaka migrate' to resume.");
        }
        if (!shown.unknown().isEmpty()) {
            return Finding.problem(
                    "History",
                    found + "; " + shown.unknown().size() + " in the database that the project doesn't have, such as "
                            + shown.unknown().get(0) + ". Use the release that has them.");
        }
        return pending == 0
                ? Finding.ok("History", found)
                : Finding.problem("History", found + ". Run 'kuaka migrate'.");
    }

    private static long count(ShowMigrations.Result shown, Status status) {
        return shown.order().stream().filter(entry -> entry.status() == status).count();
    }

    private Finding drift() {
        Drift.Result drift = new Drift(application.placed(), application.database())
                .run(new Drift.Options(new TreeSet<>(), application.acceptedDrift(), today));
        return drift.isFound()
                ? Finding.problem(
                        "Drift",
                        (drift.differences().size() == 1
                                        ? "1 difference"
                                        : drift.differences().size() + " differences")
                                + " between the database and its history. Run 'kuaka drift' to see them.")
                : Finding.ok("Drift", "none");
    }
}
