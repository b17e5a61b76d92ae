package io.kuaka.schema.statement;

import java.util.function.Function;

/** A thing to be done to a database, as a value: known before it is run. */
public sealed interface Statement permits Sql, JavaCall {
    /** Returns what stands for it in messages: its text, or a description. */
    String summary();

    /** Returns what one of the two functions makes of it: {@code sql} if it is SQL, {@code call} if it is Java code. */
    <R> R match(Function<? super Sql, ? extends R> sql, Function<? super JavaCall, ? extends R> call);
}
