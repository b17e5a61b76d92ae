package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;

/**
 * Something that a proposed operation makes true, and that another one may have to wait for.
 *
 * @param model the model, or the sequence
 * @param member the field's name, or the empty text where the event is about the whole model
 */
public record Event(Kind kind, ModelKey model, String member) {
    /** The kinds of events. */
    enum Kind {
        MODEL_CREATED,
        MODEL_RENAMED,
        MODEL_REMOVED,
        TABLE_LEFT,
        TABLE_RENAMED,
        FIELD_ADDED,
        FIELD_REMOVED,
        FIELD_ALTERED,
        INDEX_OR_CONSTRAINT_REMOVED,
        LINKS_COPIED,
        /** Nothing provides it: it stands for what the other app's history holds already. */
        KNOWN
    }

    static Event created(ModelKey model) {
        return new Event(Kind.MODEL_CREATED, model, "");
    }

    /** The model has its name from now on; it was there before under another one. */
    static Event renamed(ModelKey model) {
        return new Event(Kind.MODEL_RENAMED, model, "");
    }

    static Event removed(ModelKey model) {
        return new Event(Kind.MODEL_REMOVED, model, "");
    }

    static Event tableLeft(ModelKey model) {
        return new Event(Kind.TABLE_LEFT, model, "");
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

    static Event indexOrConstraintRemoved(ModelKey model) {
        return new Event(Kind.INDEX_OR_CONSTRAINT_REMOVED, model, "");
    }

    /** The links of a reference, or of a join table for which {@code field} is empty, are where they are needed next. */
    static Event linksCopied(ModelKey model, String field) {
        return new Event(Kind.LINKS_COPIED, model, field);
    }

    static Event known(ModelKey model) {
        return new Event(Kind.KNOWN, model, "");
    }

    /** Returns whether it matters only because a name of a table, a sequence, an index or a constraint can be there once. */
    boolean isAboutNames() {
        return switch (kind) {
            case TABLE_LEFT, INDEX_OR_CONSTRAINT_REMOVED -> true;
            case MODEL_CREATED,
                    MODEL_RENAMED,
                    MODEL_REMOVED,
                    TABLE_RENAMED,
                    FIELD_ADDED,
                    FIELD_REMOVED,
                    FIELD_ALTERED,
                    LINKS_COPIED,
                    KNOWN -> false;
        };
    }

    public String app() {
        return model.app();
    }
}
