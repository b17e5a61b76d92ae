package io.kuaka.autodetect.arrange;

import io.kuaka.operation.Operation;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes and reads the names of migrations: a four-digit number, then words for what they do. */
public final class MigrationNames {
    /** The name of an app's first migration, without the number. */
    public static final String INITIAL = "initial";

    private static final int LONGEST_SUGGESTION = 52;
    private static final Pattern SQUASHED = Pattern.compile(".*_squashed_(\\d{1,18})(?!\\d).*");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,18})(?!\\d).*");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmm", Locale.ROOT);

    private MigrationNames() {}

    /** Returns {@code 0002_book_isbn} for 2 and {@code book_isbn}. */
    public static String numbered(long number, String name) {
        return String.format(Locale.ROOT, "%04d_%s", number, name);
    }

    /** Returns the number at the start of a name; for a squash, the number of the last migration that it replaces. */
    public static OptionalLong number(String name) {
        Matcher squashed = SQUASHED.matcher(name);
        if (squashed.matches()) {
            return OptionalLong.of(Long.parseLong(squashed.group(1)));
        }
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? OptionalLong.of(Long.parseLong(numbered.group(1))) : OptionalLong.empty();
    }

    /**
     * Returns the words for what {@code operations} do, or the time if one of them has no words.
     *
     * @param initial whether the migration makes the first tables of its app
     */
    public static String suggest(List<Operation> operations, boolean initial, Clock clock) {
        if (initial) {
            return INITIAL;
        }
        List<String> fragments = operations.stream()
                .map(Operation::nameFragment)
                .filter(fragment -> !fragment.isEmpty())
                .map(fragment -> fragment.replaceAll("\\W+", "_"))
                .toList();
        if (fragments.isEmpty() || fragments.size() != operations.size()) {
            return "auto_" + timestamp(clock);
        }
        String name = fragments.get(0);
        for (String fragment : fragments.subList(1, fragments.size())) {
            String longer = name + "_" + fragment;
            if (longer.length() > LONGEST_SUGGESTION) {
                return name + "_and_more";
            }
            name = longer;
        }
        return name;
    }

    /** Returns the time for names that have nothing better, as in {@code 20260731_1405}. */
    public static String timestamp(Clock clock) {
        return TIMESTAMP.format(LocalDateTime.now(clock));
    }
}
