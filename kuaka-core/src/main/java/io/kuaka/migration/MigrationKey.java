package io.kuaka.migration;

/** The name of a migration in the whole project, as in {@code catalog.0002_book_isbn}. */
public record MigrationKey(String app, String name) implements Comparable<MigrationKey> {
    /** The name that stands for the first migration of an app. */
    public static final String FIRST = "__first__";

    /** The name that stands for the latest migration of an app. */
    public static final String LATEST = "__latest__";

    /**
     * Parses a key, as in {@code catalog.0002_book_isbn}.
     *
     * @throws IllegalArgumentException if the text isn't an app and a name with a dot between
     */
    public static MigrationKey parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" isn't a migration name; write \"app.name\", e.g. \"catalog.0002_book_isbn\".");
        }
        return new MigrationKey(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(MigrationKey other) {
        int byApp = app.compareTo(other.app);
        return byApp != 0 ? byApp : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return app + "." + name;
    }
}
