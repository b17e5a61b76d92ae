package io.kuaka.schema.table;

/**
 * How a database sorts and compares texts.
 *
 * @param locale the locale, in the words of the provider
 * @param provider the provider of the rules: {@code libc} or {@code icu}
 * @param deterministic whether texts are equal only if their bytes are
 */
public record Collation(String name, String locale, String provider, boolean deterministic) {}
