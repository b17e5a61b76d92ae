package io.kuaka.schema;

/** Something that gets another name. */
public record Rename(String from, String to) {}
