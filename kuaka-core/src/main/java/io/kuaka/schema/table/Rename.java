package io.kuaka.schema.table;

/** Something that gets another name. */
public record Rename(String from, String to) {}
