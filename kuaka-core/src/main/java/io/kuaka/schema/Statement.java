package io.kuaka.schema;

/** A thing to be done to a database, as a value: known before it is run. */
public sealed interface Statement permits Sql, JavaCall {}
