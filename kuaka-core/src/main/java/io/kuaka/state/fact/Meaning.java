package io.kuaka.state.fact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the application takes the values of a field for, which the database doesn't know.
 *
 * @param values the value of each name, as a text, in the order of the names; a name without one is its own value
 */
public record Meaning(Kind kind, Map<String, String> values) {
    /** What the names are. */
    public enum Kind {
        /** The classes of a hierarchy, told by a discriminator. */
        CLASSES("classes"),
        /** The entities that a reference to any of several may be to. */
        ENTITIES("entities"),
        /** {@code active} and {@code deleted}; without values, null is active, and all else deleted. */
        SOFT_DELETE("softDelete"),
        /** The owners of lists that begin at another position than 0, with that. */
        POSITIONS("positions"),
        /** The constants that a converter stores as other values; a constant that it stores as null isn't among them. */
        CONSTANTS("constants"),
        /** How values are stored, by what does it: {@code converter}, {@code write}. */
        STORED("stored");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        /** Returns the method of {@code Fields} that makes a meaning of this kind. */
        public String method() {
            return method;
        }
    }

    /** The name of rows that a mark of deleted rows doesn't hide. */
    public static final String ACTIVE = "active";

    /** The name of rows that a mark of deleted rows hides. */
    public static final String DELETED = "deleted";

    public Meaning {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Makes a meaning of names with their values, as in {@code Ferry=F}; a name alone is its own value. */
    public static Meaning of(Kind kind, String... texts) {
        Map<String, String> values = new TreeMap<>();
        for (String text : texts) {
            int end = text.indexOf('=');
            values.put(end < 0 ? text : text.substring(0, end), text.substring(end + 1));
        }
        return new Meaning(kind, values);
    }

    /** Returns the texts that make an equal meaning. */
    public List<String> texts() {
        return values.entrySet().stream().map(Meaning::text).toList();
    }

    private static String text(Map.Entry<String, String> entry) {
        boolean isSame =
                entry.getKey().equals(entry.getValue()) && !entry.getKey().contains("=");
        return isSame ? entry.getKey() : entry.getKey() + "=" + entry.getValue();
    }
}
