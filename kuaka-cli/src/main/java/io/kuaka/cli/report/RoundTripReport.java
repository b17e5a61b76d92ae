package io.kuaka.cli.report;

import io.kuaka.command.trial.RoundTrip;
import io.kuaka.migration.MigrationKey;

/** Prints which migrations lead back to where they began. */
public record RoundTripReport(Console console) {
    public void print(RoundTrip.Result result) {
        console.line("Each migration forward, back, and forward again, on " + result.database() + ":");
        result.migrations().forEach(key -> migration(result, key));
        long failed = result.failures().stream()
                .map(RoundTrip.Failure::migration)
                .distinct()
                .count();
        long passed = result.migrations().size() - failed;
        console.line(passed + (passed == 1 ? " migration makes" : " migrations make") + " the round trip"
                + (failed == 0 ? "." : failed == 1 ? ", 1 doesn't." : ", " + failed + " don't."));
    }

    private void migration(RoundTrip.Result result, MigrationKey key) {
        boolean isFine = result.failures().stream()
                .noneMatch(failure -> failure.migration().equals(key));
        if (isFine) {
            console.line("  " + key + " OK");
        }
        result.failures().stream()
                .filter(failure -> failure.migration().equals(key))
                .forEach(this::failure);
    }

    private void failure(RoundTrip.Failure failure) {
        console.result("  " + failure.migration() + " " + failure.kind().words() + ":");
        failure.problems().forEach(problem -> console.result("    - " + problem));
    }
}
