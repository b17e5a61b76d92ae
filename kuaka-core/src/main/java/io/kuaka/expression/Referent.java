package io.kuaka.expression;

/**
 * What a reference refers to, as a constant: a row of a data migration. It only exists while that runs, and has no
 * literal form.
 */
public interface Referent {}
