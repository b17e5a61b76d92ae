package io.kuaka.command.adopt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change set of Liquibase in a file of formatted SQL.
 *
 * @param dbms the databases that it is for, as Liquibase writes them; empty for all
 * @param isIgnored whether Liquibase never runs it
 * @param obstacles why another database may get something else by it than this one, each in words; usually none
 * @param sql its statements
 */
record ChangeSet(String author, String id, List<String> dbms, boolean isIgnored, Set<String> obstacles, String sql) {
    private static final Pattern HEADER =
            Pattern.compile("\\s*--\\s*liquibase\\s+formatted\\s+sql\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGIN = Pattern.compile(
            "\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGIN_OF_ANY_FORM =
            Pattern.compile("\\s*--?\\s*changeset\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|\\S+)");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\s*--\\s*(preconditions?\\b|property\\b|ignoreLines\\b|rollback\\b|comment\\b|validCheckSum\\b).*",
            Pattern.CASE_INSENSITIVE);

    /** What makes no difference to a database where the change set has run. */
    private static final Set<String> HARMLESS = Set.of(
            "splitstatements", "stripcomments", "dbms", "logicalfilepath", "ignore", "created", "rollbackenddelimiter");

    private static final Set<String> USUAL = Set.of("failonerror:true", "runintransaction:true");

    ChangeSet {
        dbms = List.copyOf(dbms);
        obstacles = new TreeSet<>(obstacles);
    }

    /** Returns whether a file says that it is formatted SQL. */
    static boolean isFormatted(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().stream()
                .anyMatch(line -> HEADER.matcher(line).matches());
    }

    /** Returns the first line of a file that seems to begin a change set, and doesn't as Liquibase reads it. */
    static Optional<String> falseBeginning(String text) {
        return text.lines()
                .filter(line -> BEGIN_OF_ANY_FORM.matcher(line).matches())
                .filter(line -> !BEGIN.matcher(line).matches())
                .map(String::strip)
                .findFirst();
    }

    /** Returns the change sets of a file, in order. */
    static List<ChangeSet> in(String text) {
        List<ChangeSet> all = new ArrayList<>();
        @Nullable Matcher begin = null;
        StringBuilder body = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher next = BEGIN.matcher(line);
            if (next.matches()) {
                add(begin, body, all);
                begin = next;
                body.setLength(0);
            } else {
                body.append(line).append('\n');
            }
        }
        add(begin, body, all);
        return all;
    }

    private static void add(@Nullable Matcher begin, StringBuilder body, List<ChangeSet> all) {
        if (begin == null) {
            return;
        }
        Set<String> obstacles = new TreeSet<>();
        Map<String, String> attributes = attributes(begin.group(3));
        attributes.forEach((name, value) -> {
            boolean isOff = name.startsWith("run") && value.equals("false") && !name.equals("runintransaction");
            if (!HARMLESS.contains(name) && !USUAL.contains(name + ":" + value) && !isOff) {
                obstacles.add(name + ":" + value);
            }
        });
        StringBuilder sql = new StringBuilder();
        for (String line : body.toString().lines().toList()) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (!directive.matches()) {
                sql.append(line).append('\n');
            } else if (!Set.of("rollback", "comment", "validchecksum").contains(lower(directive.group(1)))) {
                obstacles.add(lower(directive.group(1)));
            }
        }
        if (sql.indexOf("${") >= 0) {
            obstacles.add("parameters");
        }
        all.add(new ChangeSet(
                plain(begin.group(1)),
                plain(begin.group(2)),
                Stream.of(attributes.getOrDefault("dbms", "").split(","))
                        .map(name -> lower(name.strip()))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                Boolean.parseBoolean(attributes.get("ignore")),
                obstacles,
                sql.toString()));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTE.matcher(text).results().forEach(each -> attributes.put(lower(each.group(1)), plain(each.group(2))));
        return attributes;
    }

    private static String plain(String text) {
        return text.replace("\"", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns whether Liquibase may run it on a database; what a parameter decides, it may. */
    boolean isFor(String database) {
        if (isIgnored) {
            return false;
        }
        if (dbms.contains("all") || dbms.stream().anyMatch(name -> name.contains("${"))) {
            return true;
        }
        return !dbms.contains("none")
                && !dbms.contains("!" + database)
                && (dbms.contains(database) || dbms.stream().allMatch(name -> name.startsWith("!")));
    }

    /** Returns what a migration with it is called. */
    String title() {
        return id.matches(".*[A-Za-z].*") ? id : "change_set_" + id;
    }
}
