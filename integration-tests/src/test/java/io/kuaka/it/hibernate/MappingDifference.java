package io.kuaka.it.hibernate;

import io.kuaka.it.support.Engine;
import java.util.Set;
import java.util.regex.Pattern;

/** What may differ between the tables that migrations make and those of Hibernate's script: what matches isn't compared. */
public enum MappingDifference {
    /** The library's own names begin so; others are made up, by Hibernate from a digest, by Kuaka from table and columns. */
    NAMES("(?<=: (?:foreign key|unique|check|index) )(?!(?i:fk|uq|ck|ix)_)\\w+ ", "", Engine.values()),

    /** Hibernate's dialect can't add foreign keys to a table that exists, and leaves them out. */
    SQLITE_FOREIGN_KEYS("^.*: foreign key .*$", "", Engine.SQLITE),

    /** For the same reason it leaves out unique constraints over several columns, and those with a name. */
    SQLITE_UNIQUES("^.*: unique (\\S+ \\[|\\[.*,).*$", "", Engine.SQLITE),

    /** A partition key belongs to the primary key wherever it can: SQLite and H2 have no partitions, and Hibernate leaves it out. */
    PARTITION_KEYS(
            "(?i), billing_region(?=])|(?<=billing_region .{7,17}\\(10\\)) not null", "", Engine.SQLITE, Engine.H2),

    /** Hibernate doesn't say, so that PostgreSQL 18 computes on reading; with Kuaka it is kept, as on all others. */
    GENERATED_COLUMNS("(?<= generated .{1,40}) stored$", "", Engine.POSTGRESQL),

    /** All are texts without a limit; that {@code nclob} stands where it must, Hibernate's validation says. */
    SQLITE_TEXTS("varchar\\(2147483647\\)|nclob", "clob", Engine.SQLITE);

    private final Pattern pattern;
    private final String replacement;
    private final Set<Engine> engines;

    MappingDifference(String pattern, String replacement, Engine... engines) {
        this.pattern = Pattern.compile(pattern);
        this.replacement = replacement;
        this.engines = Set.of(engines);
    }

    static String without(Engine engine, String line) {
        String rest = line;
        for (MappingDifference difference : values()) {
            if (difference.engines.contains(engine)) {
                rest = difference.pattern.matcher(rest).replaceAll(difference.replacement);
            }
        }
        return rest;
    }
}
