package io.kuaka.spring.neighbour;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the tables that a script of SQL or a change log creates, changes or drops. */
final class ScriptText {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|--[^\\n]*|<!--.*?-->", Pattern.DOTALL);

    private static final String NAME = "[\\w$\"`\\[\\].]+";

    private static final Pattern STATEMENT = Pattern.compile(
            "\\b(?:create|alter|drop)\\s+(?:(?:unlogged|foreign|or\\s+replace)\\s+)*table\\s+"
                    + "(?:if\\s+(?:not\\s+)?exists\\s+)?(?:only\\s+)?(" + NAME + ")",
            Pattern.CASE_INSENSITIVE);

    /** An attribute of XML, YAML or JSON. The table that a foreign key refers to isn't changed. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\b(?!referenced)\\w*[tT]ableName[\"']?\\s*[:=]\\s*[\"']?(\\w+)");

    private ScriptText() {}

    /** Returns the tables, in lower case and without their schema. */
    static SortedSet<String> tables(String text) {
        String code = COMMENT.matcher(text).replaceAll(" ");
        return List.of(STATEMENT, ATTRIBUTE).stream()
                .flatMap(pattern -> pattern.matcher(code).results())
                .map(ScriptText::table)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String table(MatchResult found) {
        String name = found.group(1).replaceAll("[\"`\\[\\]]", "");
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
