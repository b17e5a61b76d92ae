package io.kuaka.schema.session;

/** A view or a trigger that others made. */
public interface View {
    /** Returns what it is and its name. */
    String words();

    /** Returns whether it uses the column or the table that is touched, and doesn't go with it; in doubt it does. */
    boolean uses(TableTouch touch);
}
