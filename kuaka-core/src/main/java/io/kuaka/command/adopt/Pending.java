package io.kuaka.command.adopt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another tool would still run on a database.
 *
 * @param none that nothing is pending, in words that follow where the history stands; null if that isn't known or not so
 * @param problems why the database can't be adopted as it is; usually none
 * @param warnings what stays unknown, or what only the tool does
 */
public record Pending(@Nullable String none, List<String> problems, List<String> warnings) {
    public Pending {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Returns that nothing is pending, in words such as {@code no script in db/migration is pending}. */
    public static Pending none(String words) {
        return new Pending(words, List.of(), List.of());
    }

    /** Returns that something is pending, or is so broken that nobody knows. */
    public static Pending refused(String problem) {
        return new Pending(null, List.of(problem), List.of());
    }

    /** Returns that nobody has looked, and why. */
    public static Pending unknown(String warning) {
        return new Pending(null, List.of(), List.of(warning));
    }
}
