package io.kuaka.expression;

/** How a database decides where a text literal or a name ends. */
public enum SqlSyntax {
    /**
     * As in the standard: a text literal ends at its first single quote. PostgreSQL's {@code E'…'} and dollar quotes
     * are supported.
     */
    STANDARD,
    /** As in MySQL and MariaDB: a backslash escapes what follows it in a text, and {@code #} begins a comment. */
    BACKSLASHES,
    /** As in SQLite: names can be in brackets. */
    BRACKETS
}
