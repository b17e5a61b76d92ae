package io.kuaka.spring.actuate;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.Drift;
import io.kuaka.compare.SchemaDifference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In what databases differ from their histories.
 *
 * @param dataSources the databases, by the name of their data source's bean
 */
public record DriftReport(Map<String, DatabaseDrift> dataSources) {
    /**
     * One database.
     *
     * @param problem why it can't be compared now; null if it was
     * @param differences in what the history knows, the worst first
     * @param accepted the paths of differences that are known and all right for a time
     * @param unknown tables and sequences that the history doesn't know
     * @param expired the paths of rules about accepted differences that are over
     * @param unused the paths of rules about accepted differences that accept nothing in this database
     * @param unknownMigrations applied migrations that the application doesn't have: what they changed is listed, too
     */
    public record DatabaseDrift(
            @Nullable String problem,
            List<Difference> differences,
            List<String> accepted,
            List<String> unknown,
            List<String> expired,
            List<String> unused,
            List<String> unknownMigrations) {
        static DatabaseDrift of(Drift.Result found) {
            return new DatabaseDrift(
                    null,
                    found.differences().stream().map(Difference::of).toList(),
                    paths(found.accepted()),
                    paths(found.unknown()),
                    rules(found.expired()),
                    rules(found.unused()),
                    found.unknownMigrations().stream().map(Object::toString).toList());
        }

        static DatabaseDrift notCompared(String problem) {
            return new DatabaseDrift(problem, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }

        private static List<String> rules(List<AcceptedDrift> rules) {
            return rules.stream().map(AcceptedDrift::path).toList();
        }

        private static List<String> paths(List<SchemaDifference> differences) {
            return differences.stream().map(SchemaDifference::path).toList();
        }
    }

    /**
     * One difference.
     *
     * @param severity whether it breaks the application or later migrations, or is cosmetic
     * @param expected what the history says; null if it has nothing there
     * @param found what the database has; null if it has nothing there
     * @param words the whole difference in words
     */
    public record Difference(
            String severity,
            String part,
            String path,
            String aspect,
            @Nullable String expected,
            @Nullable String found,
            String words) {
        static Difference of(SchemaDifference difference) {
            return new Difference(
                    difference.severity().words(),
                    difference.part().words(),
                    difference.path(),
                    difference.aspect(),
                    difference.expected(),
                    difference.found(),
                    difference.describe());
        }
    }
}
