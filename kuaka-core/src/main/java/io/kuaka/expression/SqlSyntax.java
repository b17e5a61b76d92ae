package io.kuaka.expression;

/** What databases disagree on about where a text or a name ends. */
public enum SqlSyntax {
    /** As the standard has it: a text ends at its first single quote. PostgreSQL's {@code E'…'} and dollar quotes are read. */
    STANDARD,
    /** As in MySQL and MariaDB: a backslash escapes what follows it in a text, and {@code #} begins a comment. */
    BACKSLASHES,
    /** As in SQLite: names can be in brackets. */
    BRACKETS
}
