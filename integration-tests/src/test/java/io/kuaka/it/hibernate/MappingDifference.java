package io.kuaka.it.hibernate;

import io.kuaka.compare.Part;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In what the tables of Hibernate's script, which are found, may differ from those that migrations make, which are expected. */
public enum MappingDifference {
    /**
     * The library's own names begin so; others are made up, by Hibernate from a digest, by Kuaka from table and columns. Where a
     * column is unique in itself, Hibernate leaves out the name of a key over it.
     */
    NAMES(
            each -> each.aspect().equals("name")
                    && (!matches(each.expected(), "(?i)(fk|uq|ck|ix|pk)_.*")
                            || (each.part() == Part.UNIQUE
                                    && matches(each.found(), "(?i)constraint_\\w+|\\w+_key|sqlite_autoindex_\\w+"))),
            Engine.values()),

    /** Hibernate's dialect can't add foreign keys to a table that exists, and leaves them out. */
    SQLITE_FOREIGN_KEYS(each -> each.part() == Part.FOREIGN_KEY && each.found() == null, Engine.SQLITE),

    /** For the same reason it leaves out unique constraints over several columns, and those with a name. */
    SQLITE_UNIQUES(each -> each.part() == Part.UNIQUE && each.found() == null, Engine.SQLITE),

    /** It takes the {@code blob} of a UUID for a large object, of which it makes no key of a set. */
    SQLITE_KEYS(each -> each.part() == Part.PRIMARY_KEY && each.found() == null, Engine.SQLITE),

    /** It leaves out the type, the key and the word of an identity that isn't the last column. */
    SQLITE_IDENTITIES(
            each -> each.part() == Part.COLUMN
                    && matches(each.name(), "(?i)id|key_of_\\w+")
                    && (matches(each.expected(), "identity|not null") || matches(each.found(), "none")),
            Engine.SQLITE),

    /** A partition key belongs to the primary key wherever it can: SQLite and H2 have no partitions, and Hibernate leaves it out. */
    PARTITION_KEYS(
            each -> (each.aspect().equals("nullability") && matches(each.name(), "(?i)billing_region"))
                    || (each.part() == Part.PRIMARY_KEY
                            && matches(each.expected(), "(?i)" + each.found() + ", billing_region")),
            Engine.SQLITE,
            Engine.H2),

    /** Hibernate puts numbers first in a key, where the columns of a reference stay together with Kuaka. */
    ORDER_OF_KEYS(
            each -> each.aspect().equals("columns") && columns(each.expected()).equals(columns(each.found())),
            Engine.values()),

    /** For a reference whose columns no key begins with then, the server makes an index. */
    INDEXES_OF_KEYS(
            each -> each.part() == Part.INDEX && each.expected() == null && matches(each.name(), "FK\\w{20,}"),
            Engine.MARIADB,
            Engine.MYSQL),

    /** Hibernate doesn't say, so that PostgreSQL 18 computes on reading; with Kuaka it is kept, as on all others. */
    GENERATED_COLUMNS(
            each -> each.aspect().equals("generated value") && (each.found() + " stored").equals(each.expected()),
            Engine.POSTGRESQL),

    /** All are texts without a limit; that {@code nclob} stands where it must, Hibernate's validation says. */
    SQLITE_TEXTS(
            each -> each.aspect().equals("type")
                    && matches(each.expected(), "n?clob")
                    && matches(each.found(), "clob|varchar\\(2147483647\\)"),
            Engine.SQLITE);

    private final Predicate<SchemaDifference> matches;
    private final Set<Engine> engines;

    MappingDifference(Predicate<SchemaDifference> matches, Engine... engines) {
        this.matches = matches;
        this.engines = Set.of(engines);
    }

    /** Returns the differences that none of these explains. */
    public static List<SchemaDifference> unexplained(Engine engine, List<SchemaDifference> differences) {
        return differences.stream()
                .filter(difference -> !explains(engine, difference))
                .filter(difference -> differences.stream().noneMatch(other -> isOtherOrder(difference, other)))
                .toList();
    }

    /** A unique constraint whose columns have another order is one that is missing and one that isn't expected. */
    private static boolean isOtherOrder(SchemaDifference one, SchemaDifference other) {
        return one.part() == Part.UNIQUE
                && other.part() == Part.UNIQUE
                && one.owner().equals(other.owner())
                && (one.found() == null) != (other.found() == null)
                && columns(columnsOf(one)).equals(columns(columnsOf(other)));
    }

    private static String columnsOf(SchemaDifference unique) {
        String words = unique.found() == null ? unique.expected() : unique.found();
        return String.valueOf(words).replaceAll("unique \\(|\\)", "");
    }

    /** Returns whether a difference is one of these. */
    private static boolean explains(Engine engine, SchemaDifference difference) {
        return Stream.of(values()).anyMatch(each -> each.engines.contains(engine) && each.matches.test(difference));
    }

    private static boolean matches(@Nullable String text, String pattern) {
        return text != null && text.matches(pattern);
    }

    private static List<String> columns(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.replaceAll("[\\[\\]]", "").split(", "))
                        .sorted()
                        .toList();
    }
}
