package io.kuaka.schema.table;

/**
 * How a database sorts and compares texts.
 *
 * @param locale the locale, in the words of the provider
 * @param provider where the rules come from: {@code libc} or {@code icu}
 * @param deterministic whether texts are equal only when their bytes are
 */
public record Collation(String name, String locale, String provider, boolean deterministic) {}
