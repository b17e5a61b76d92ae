package io.kuaka.schema.statement;

import java.util.function.Function;

/** Something to run on a database, as a value that is known before it runs. */
public sealed interface Statement permits Sql, JavaCall {
    /** Returns what represents it in messages: its text, or a description. */
    String summary();

    /** Returns the result of {@code sql} if it is SQL, of {@code call} if it is Java code. */
    <R> R match(Function<? super Sql, ? extends R> sql, Function<? super JavaCall, ? extends R> call);
}
