package io.kuaka.expression;

import java.util.Set;

/** Words of SQL expressions that aren't column names where they have the place of a keyword; in lower case. */
final class SqlWords {
    /** Between two values. */
    static final Set<String> BETWEEN_VALUES = Set.of(
            "and",
            "or",
            "xor",
            "in",
            "like",
            "ilike",
            "rlike",
            "regexp",
            "glob",
            "match",
            "div",
            "mod",
            "escape",
            "overlaps",
            "when",
            "then",
            "else",
            "from",
            "for",
            "placing",
            "between");

    /** After a value, with nothing required after them. */
    private static final Set<String> BEHIND_VALUE = Set.of("not", "null", "isnull", "notnull", "asc", "desc");

    /** After a value, with something required after them. */
    private static final Set<String> BEHIND_VALUE_WITH_MORE = Set.of(
            "is",
            "similar",
            "sounds",
            "member",
            "collate",
            "using",
            "at",
            "as",
            "returning",
            "end",
            "nulls",
            "to",
            "operator");

    /** Values, in every database. */
    static final Set<String> VALUES = Set.of(
            "null",
            "true",
            "false",
            "current_date",
            "current_time",
            "current_timestamp",
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "localtime",
            "localtimestamp");

    /** Before a value, as part of it, of its type or of an operator. */
    static final Set<String> BEFORE_VALUE = Set.of(
            "not",
            "when",
            "distinct",
            "all",
            "binary",
            "interval",
            "double",
            "precision",
            "character",
            "char",
            "national",
            "bit",
            "varying",
            "time",
            "timestamp",
            "with",
            "without",
            "zone",
            "symmetric",
            "asymmetric");

    /** Never where a value is expected. */
    static final Set<String> NO_VALUES =
            Set.of("select", "from", "where", "union", "and", "or", "then", "else", "is", "in", "like", "between");

    /** After {@code is} and {@code is not}, other than values. */
    static final Set<String> PREDICATES = Set.of("unknown", "document", "normalized");

    /** Functions whose first argument can be a unit of time. */
    static final Set<String> FUNCTIONS_OF_UNITS =
            Set.of("timestampdiff", "timestampadd", "dateadd", "date_add", "date_trunc", "date_part", "date_diff");

    /** Functions whose first argument can be the name of a sequence. */
    static final Set<String> FUNCTIONS_OF_SEQUENCES = Set.of("nextval", "currval", "lastval", "setval");

    private static final Set<String> UNITS = Set.of(
            "year",
            "quarter",
            "month",
            "week",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "microsecond",
            "years",
            "months",
            "days",
            "hours",
            "minutes",
            "seconds");

    private SqlWords() {}

    /** Returns whether {@code word} is a unit of time; MySQL has some with two parts, such as {@code day_hour}. */
    static boolean isUnit(String word) {
        int dash = word.indexOf('_');
        return UNITS.contains(word)
                || word.startsWith("sql_tsi_")
                || (dash > 0 && UNITS.contains(word.substring(0, dash)) && UNITS.contains(word.substring(dash + 1)));
    }

    /**
     * Returns whether {@code word} can follow a value, or the first word of its type, with nothing required after it.
     */
    static boolean isBehindValue(String word) {
        return BEHIND_VALUE.contains(word)
                || word.equals("varying")
                || word.equals("precision")
                || word.endsWith("_ops")
                || isUnit(word);
    }

    /** Returns whether {@code word} can follow a column without being part of it. */
    static boolean followsColumn(String word) {
        return BETWEEN_VALUES.contains(word) || BEHIND_VALUE.contains(word) || BEHIND_VALUE_WITH_MORE.contains(word);
    }
}
