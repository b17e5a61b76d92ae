package io.kuaka.tooling.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of Spring's settings that matter here. In files, Spring takes {@code jdbcUrl}, {@code jdbc_url} and {@code
 * jdbc-url} for the same.
 */
public final class SpringNames {
    /** The names as Spring's manual has them. */
    public static final List<String> KNOWN = List.of(
            "spring.config.activate.on-cloud-platform",
            "spring.config.activate.on-profile",
            "spring.config.additional-location",
            "spring.config.import",
            "spring.config.location",
            "spring.config.name",
            "spring.config.on-not-found",
            "spring.datasource.hikari.jdbc-url",
            "spring.datasource.hikari.password",
            "spring.datasource.hikari.username",
            "spring.datasource.password",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.jpa.hibernate.naming.implicit-strategy",
            "spring.jpa.hibernate.naming.physical-strategy",
            "spring.liquibase.change-log",
            "spring.liquibase.contexts",
            "spring.liquibase.database-change-log-lock-table",
            "spring.liquibase.database-change-log-table",
            "spring.liquibase.default-schema",
            "spring.liquibase.label-filter",
            "spring.liquibase.labels",
            "spring.liquibase.liquibase-schema",
            "spring.profiles.active",
            "spring.profiles.default",
            "spring.profiles.include");

    private static final String SPRING = "spring.";
    private static final Pattern ELEMENT = Pattern.compile("(.*?)(\\[\\d+\\])?");
    private static final Map<String, String> BY_LETTERS = byLetters();

    private SpringNames() {}

    private static Map<String, String> byLetters() {
        Map<String, String> names = new HashMap<>();
        KNOWN.forEach(name -> names.put(letters(name), name));
        return names;
    }

    /** Returns a setting's name as the manual has it; any other name as it is. */
    static String canonical(String name) {
        if (!name.regionMatches(true, 0, SPRING, 0, SPRING.length())) {
            return name;
        }
        Matcher parts = ELEMENT.matcher(name);
        if (!parts.matches()) {
            return name;
        }
        String known = BY_LETTERS.get(letters(parts.group(1)));
        return known == null ? name : known + (parts.group(2) == null ? "" : parts.group(2));
    }

    private static String letters(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
