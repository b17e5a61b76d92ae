package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Thrown when a command needs a database and none is configured. */
public final class MissingDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes the exception where nothing is known of the application. */
    MissingDatabaseException() {
        this(new TreeSet<>(), new TreeMap<>(), List.of());
    }

    /**
     * Makes the exception.
     *
     * @param profiles those that are not active and name a database
     * @param others settings of the application's own that hold a URL, with where they are
     * @param unread what the application reads and Kuaka doesn't, in words
     */
    MissingDatabaseException(SortedSet<String> profiles, SortedMap<String, String> others, List<String> unread) {
        super("No database is configured. " + ofProfiles(profiles)
                + " --url=jdbc:…, KUAKA_URL in the environment, \"url\" in kuaka.properties, spring.datasource.url,"
                + " quarkus.datasource.jdbc.url or jakarta.persistence.jdbc.url." + ofOthers(others)
                + ofUnread(unread));
    }

    private static String ofProfiles(SortedSet<String> profiles) {
        return profiles.isEmpty()
                ? "Set"
                : "The application has one only for the profile \"" + String.join("\" or \"", profiles)
                        + "\", which isn't active: choose it with --profile, or set";
    }

    private static String ofOthers(SortedMap<String, String> others) {
        if (others.isEmpty()) {
            return "";
        }
        String first = others.firstKey();
        String all = others.entrySet().stream()
                .map(other -> other.getKey() + " (" + other.getValue() + ")")
                .collect(Collectors.joining(", "));
        return " The application names databases in its own way: " + all + ". A line such as \"url = ${" + first
                + "}\" in kuaka.properties takes one of them, with user and password beside it.";
    }

    private static String ofUnread(List<String> unread) {
        return unread.isEmpty()
                ? ""
                : " Kuaka doesn't read all that the application does: " + String.join(", ", unread) + ".";
    }
}
