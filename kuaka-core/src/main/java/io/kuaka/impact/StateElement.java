package io.kuaka.impact;

import io.kuaka.state.ModelKey;
import java.util.Comparator;
import java.util.Locale;

/**
 * A piece of a state that an operation can change or depend on.
 *
 * @param owner the model; empty for what belongs to the database as a whole
 * @param name the piece's name; empty if the owner has only one of the kind
 */
public record StateElement(Kind kind, String owner, String name) implements Comparable<StateElement> {
    private static final Comparator<StateElement> ORDER = Comparator.comparing(StateElement::kind)
            .thenComparing(StateElement::owner)
            .thenComparing(StateElement::name);

    /** The kinds of pieces, the most telling ones first. */
    public enum Kind {
        FIELD,
        MODEL,
        INDEX,
        CONSTRAINT,
        COLUMN,
        PRIMARY_KEY,
        TABLE,
        COMMENT,
        /** Something outside models, such as a sequence: it is its own owner, and its name is the word for its kind. */
        OTHER,
        /** The name of a table, index or constraint, which is unique in a database. */
        NAME
    }

    static StateElement of(Kind kind, ModelKey owner) {
        return new StateElement(kind, owner.toString(), "");
    }

    static StateElement of(Kind kind, ModelKey owner, String name) {
        return new StateElement(kind, owner.toString(), name);
    }

    /** Returns the place of a field. */
    public static StateElement field(ModelKey owner, String field) {
        return of(Kind.FIELD, owner, field);
    }

    static StateElement column(ModelKey owner, String column) {
        return of(Kind.COLUMN, owner, column.toLowerCase(Locale.ROOT));
    }

    static StateElement other(String kind, ModelKey key) {
        return of(Kind.OTHER, key, kind);
    }

    static StateElement name(String name) {
        return new StateElement(Kind.NAME, "", name.toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(StateElement other) {
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
            case OTHER -> name + " \"" + owner + "\"";
            case NAME -> "name \"" + name + "\"";
        };
    }
}
