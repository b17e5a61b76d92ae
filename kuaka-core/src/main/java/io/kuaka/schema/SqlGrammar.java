package io.kuaka.schema;

/** How a database spells: identifiers, types, literals, expressions, and the clauses of statements. */
public abstract class SqlGrammar {}
