package io.kuaka.graph;

import io.kuaka.state.ModelKey;
import java.util.Comparator;
import java.util.Locale;

/**
 * A piece of a state that an operation can change or build upon.
 *
 * @param owner the model, or the empty text for what belongs to the database as a whole
 * @param name the piece's name, or the empty text where the owner has only one of the kind
 */
public record Place(Kind kind, String owner, String name) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::kind).thenComparing(Place::owner).thenComparing(Place::name);

    /** The kinds of pieces, the ones that tell most first. */
    public enum Kind {
        FIELD,
        MODEL,
        INDEX,
        CONSTRAINT,
        COLUMN,
        PRIMARY_KEY,
        TABLE,
        COMMENT,
        SEQUENCE,
        /** The name of a table, index or constraint: a database has each once. */
        NAME
    }

    static Place of(Kind kind, ModelKey owner) {
        return new Place(kind, owner.toString(), "");
    }

    static Place of(Kind kind, ModelKey owner, String name) {
        return new Place(kind, owner.toString(), name);
    }

    /** Returns the place of a field. */
    public static Place field(ModelKey owner, String field) {
        return of(Kind.FIELD, owner, field);
    }

    static Place column(ModelKey owner, String column) {
        return of(Kind.COLUMN, owner, column.toLowerCase(Locale.ROOT));
    }

    static Place name(String name) {
        return new Place(Kind.NAME, "", name.toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** Returns the words for it, as in {@code field "title" of "catalog.Book"}. */
    @Override
    public String toString() {
        String of = "\"" + name + "\" of \"" + owner + "\"";
        return switch (kind) {
            case FIELD -> "field " + of;
            case MODEL -> "model \"" + owner + "\"";
            case INDEX -> "index " + of;
            case CONSTRAINT -> "constraint " + of;
            case COLUMN -> "column " + of;
            case PRIMARY_KEY -> "primary key of \"" + owner + "\"";
            case TABLE -> "table of \"" + owner + "\"";
            case COMMENT -> "comment of \"" + owner + "\"";
            case SEQUENCE -> "sequence \"" + owner + "\"";
            case NAME -> "name \"" + name + "\"";
        };
    }
}
