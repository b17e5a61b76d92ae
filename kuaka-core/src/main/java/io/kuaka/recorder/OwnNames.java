package io.kuaka.recorder;

import io.kuaka.schema.table.TableName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the tables are called that Kuaka keeps for itself, and where they are.
 *
 * @param schema the schema of all of them; null for that in which a connection finds the history, or else makes its tables
 * @param history the table of the history
 */
public record OwnNames(@Nullable String schema, String history) {
    private static final String PREFIX = "kuaka_";
    private static final String STANDARD = PREFIX + "migrations";

    /** So long that the names of the other tables fit into any database. */
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_$-]{0,62}");

    /**
     * Names the tables.
     *
     * @throws UnsuitableOwnNameException if not every database can have a table of that name
     */
    public OwnNames {
        if (!TABLE.matcher(history).matches()) {
            throw UnsuitableOwnNameException.table(history);
        }
        if (schema != null && !SCHEMA.matcher(schema).matches()) {
            throw UnsuitableOwnNameException.schema(schema);
        }
    }

    /** Returns the names that are used if nobody says otherwise. */
    public static OwnNames standard() {
        return of(null, null);
    }

    /** Returns the names of a history in a schema and with a table of one's own, each null for the usual one. */
    public static OwnNames of(@Nullable String schema, @Nullable String history) {
        return new OwnNames(schema, history == null ? STANDARD : history);
    }

    /** Returns the table that says how far migrations got that aren't one transaction. */
    public String journal() {
        return prefix() + "journal";
    }

    /** Returns the table that says which run may change the database. */
    public String lease() {
        return prefix() + "lock";
    }

    /** Returns the table of the ranges that several workers share; only databases have it that needed it once. */
    public String ranges() {
        return prefix() + "ranges";
    }

    /** Returns all of them. */
    public List<String> all() {
        return List.of(history, journal(), lease(), ranges());
    }

    /** Returns whether a table is one of them. */
    public boolean has(TableName table) {
        return all().contains(table.name().toLowerCase(Locale.ROOT));
    }

    /** What the names of all of them begin with. */
    String beginning() {
        return history.equals(STANDARD) ? PREFIX : history;
    }

    private String prefix() {
        return history.equals(STANDARD) ? PREFIX : history + "_";
    }
}
