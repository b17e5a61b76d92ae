package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Something that one proposed operation makes true and another one may have to wait for.
 *
 * @param model the model, or the sequence
 * @param member the field's name; empty if the event is about the whole model
 */
public record Event(Kind kind, ModelKey model, String member) {
    /** The kinds of events. */
    enum Kind {
        MODEL_CREATED,
        MODEL_RENAMED,
        MODEL_REMOVED,
        TABLE_RENAMED,
        FIELD_ADDED,
        FIELD_REMOVED,
        FIELD_ALTERED,
        FIELD_CONVERTED,
        FIELD_NAME_FREED,
        COLUMNS_LEFT,
        INDEX_OR_CONSTRAINT_REMOVED,
        LINKS_COPIED,
        FIELD_FILLED,
        ROWS_INSERTED,
        KEY_ADDED,
        KEY_ORDERED,
        NAME_FREED,
        /** Nothing provides it: it stands for what the other app's history has already. */
        KNOWN
    }

    static Event created(ModelKey model) {
        return new Event(Kind.MODEL_CREATED, model, "");
    }

    /** The model has got its name; it existed under another one. */
    static Event renamed(ModelKey model) {
        return new Event(Kind.MODEL_RENAMED, model, "");
    }

    static Event removed(ModelKey model) {
        return new Event(Kind.MODEL_REMOVED, model, "");
    }

    static Event tableRenamed(ModelKey model) {
        return new Event(Kind.TABLE_RENAMED, model, "");
    }

    static Event fieldAdded(ModelKey model, String field) {
        return new Event(Kind.FIELD_ADDED, model, field);
    }

    static Event fieldRemoved(ModelKey model, String field) {
        return new Event(Kind.FIELD_REMOVED, model, field);
    }

    static Event fieldAltered(ModelKey model, String field) {
        return new Event(Kind.FIELD_ALTERED, model, field);
    }

    /** The values of a field are halfway to another type. */
    static Event fieldConverted(ModelKey model, String field) {
        return new Event(Kind.FIELD_CONVERTED, model, field);
    }

    /** A field has another name, so that one more can take the one that it had. */
    static Event fieldNameFreed(ModelKey model, String field) {
        return new Event(Kind.FIELD_NAME_FREED, model, field);
    }

    /** The columns of a field are free, because it is removed or has other columns now. */
    static Event columnsLeft(ModelKey model, String field) {
        return new Event(Kind.COLUMNS_LEFT, model, field);
    }

    static Event indexOrConstraintRemoved(ModelKey model) {
        return new Event(Kind.INDEX_OR_CONSTRAINT_REMOVED, model, "");
    }

    /** The links of a reference, or of a join table if {@code field} is empty, have been copied. */
    static Event linksCopied(ModelKey model, String field) {
        return new Event(Kind.LINKS_COPIED, model, field);
    }

    /** Existing rows have got their values in a field, so that what these were read from may go. */
    static Event filled(ModelKey model, String field) {
        return new Event(Kind.FIELD_FILLED, model, field);
    }

    /** A new table has the rows that values of other tables are to refer to. */
    static Event rowsInserted(ModelKey model) {
        return new Event(Kind.ROWS_INSERTED, model, "");
    }

    /** The model has a unique key over fields, which references to these fields need. */
    static Event keyAdded(ModelKey model, Collection<String> fields) {
        return new Event(Kind.KEY_ADDED, model, String.join(" ", new TreeSet<>(fields)));
    }

    /** The columns of the primary key have the order that references to the whole key are to have. */
    static Event keyOrdered(ModelKey model) {
        return new Event(Kind.KEY_ORDERED, model, "");
    }

    /** A name that is unique in the database is free; {@code app} is the app whose proposal gives it up. */
    static Event nameFreed(String app, String name) {
        return new Event(Kind.NAME_FREED, new ModelKey(app, name), "");
    }

    static Event known(ModelKey model) {
        return new Event(Kind.KNOWN, model, "");
    }

    /** Returns the name that is free, if the event is about a name that is unique in the database. */
    public Optional<String> freedName() {
        return kind == Kind.NAME_FREED ? Optional.of(model.name()) : Optional.empty();
    }

    boolean isFilled() {
        return kind == Kind.FIELD_FILLED;
    }

    public String app() {
        return model.app();
    }
}
