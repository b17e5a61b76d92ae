package io.kuaka.state;

/** What the database does with the referring rows when the row that they refer to is deleted. */
public enum OnDelete {
    NO_ACTION("no action"),
    RESTRICT("restrict"),
    CASCADE("cascade"),
    SET_NULL("set null"),
    SET_DEFAULT("set default");

    private final String sql;

    OnDelete(String sql) {
        this.sql = sql;
    }

    /** Returns the words of the SQL standard for it. */
    public String sql() {
        return sql;
    }
}
