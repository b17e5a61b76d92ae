package io.kuaka.writer;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.Replaces;
import io.kuaka.migration.Retired;
import io.kuaka.migration.RunBefore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a migration, for changes of its annotations. Everything else in the file stays as its author wrote it.
 *
 * <p>Names of migrations are found if they are string literals; constants are left alone.
 */
public record MigrationSource(String text) {
    private static final Pattern SQUASH_COMMENT =
            Pattern.compile("(?m)^// (Stands for|Replaces) \\d+ migrations\\. (They stay|Keep them) until .*\n");

    /** Returns this source with other migrations in its annotations, each at most once. */
    public MigrationSource repointed(Map<MigrationKey, MigrationKey> renames) {
        String changed = text;
        for (Class<?> annotation : List.of(DependsOn.class, RunBefore.class, Replaces.class)) {
            changed = repointed(changed, annotation, renames);
        }
        return new MigrationSource(changed);
    }

    /** Returns the comment for the file of a squash. */
    public static String squashComment(int replaced, String app) {
        return "Replaces " + replaced + " migrations. Keep them until every database has applied them, then run"
                + " squashmigrations " + app + " --finish";
    }

    /** Returns what the author wrote before the class. */
    public List<String> remarks() {
        return new MigrationText(SQUASH_COMMENT.matcher(text).replaceFirst("")).remarks();
    }

    /** Returns this source as that of a plain migration, without {@code @Replaces}. */
    public MigrationSource finished() {
        return new MigrationSource(SQUASH_COMMENT.matcher(text).replaceFirst("")).withoutReplaces();
    }

    private MigrationSource withoutReplaces() {
        List<int[]> places = places(text, Replaces.class);
        if (places.isEmpty()) {
            return this;
        }
        int[] place = places.get(0);
        int end = place[1];
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        MigrationText without = new MigrationText(text.substring(0, place[0]) + text.substring(end));
        return new MigrationSource(without.withoutUnused(Replaces.class).text());
    }

    /** Returns this source as that of a class that is no longer a migration, but stays for its code. */
    public MigrationSource retired() {
        if (!places(text, Retired.class).isEmpty()) {
            return this;
        }
        return new MigrationSource(
                new MigrationText(text).annotated(Retired.class, "").text());
    }

    /** Returns whether the code uses a class of this package. */
    public boolean mentions(String packageName, String simpleName) {
        String code = JavaMask.codeOf(text);
        boolean seesIt =
                hasWord(code, "package " + packageName + ";") || code.contains("import " + packageName + ".*;");
        return hasWord(code, packageName + "." + simpleName) || (seesIt && hasWord(code, simpleName));
    }

    private static boolean hasWord(String code, String word) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(code)
                .find();
    }

    private static String repointed(String text, Class<?> annotation, Map<MigrationKey, MigrationKey> renames) {
        List<int[]> places = places(text, annotation);
        if (places.isEmpty()) {
            return text;
        }
        int start = places.get(0)[0];
        int end = places.get(0)[1];
        StringBuilder changed = new StringBuilder(text.substring(0, start));
        Set<String> named = new HashSet<>();
        int last = start;
        for (int[] literal : literals(text, start, end)) {
            String old = text.substring(literal[0] + 1, literal[1] - 1);
            String now = renamed(old, renames);
            String between = text.substring(last, literal[0]);
            if (named.add(now)) {
                changed.append(between).append('"').append(now).append('"');
            } else if (between.contains("/")) {
                changed.append(withoutComma(between));
            }
            last = literal[1];
        }
        return changed.append(text.substring(last)).toString();
    }

    /** Comments stay, including those of a name that is removed. */
    private static String withoutComma(String between) {
        int comma = JavaMask.codeOf(between).indexOf(',');
        return between.substring(0, comma) + between.substring(comma + 1);
    }

    private static String renamed(String name, Map<MigrationKey, MigrationKey> renames) {
        for (Map.Entry<MigrationKey, MigrationKey> rename : renames.entrySet()) {
            if (rename.getKey().toString().equals(name)) {
                return rename.getValue().toString();
            }
        }
        return name;
    }

    /** Returns where string literals begin and end, outside comments. */
    private static List<int[]> literals(String text, int start, int end) {
        String code = JavaMask.codeOf(text);
        List<int[]> literals = new ArrayList<>();
        int open = code.indexOf('"', start);
        while (open >= 0 && open < end) {
            int close = code.indexOf('"', open + 1);
            literals.add(new int[] {open, close + 1});
            open = code.indexOf('"', close + 1);
        }
        return literals;
    }

    /** Returns where an annotation begins and where its arguments end. */
    private static List<int[]> places(String text, Class<?> annotation) {
        String code = JavaMask.codeOf(text);
        Pattern written = Pattern.compile("@(?:" + Pattern.quote(annotation.getPackageName()) + "\\.)?"
                + annotation.getSimpleName() + "\\b(\\s*\\()?");
        List<int[]> places = new ArrayList<>();
        Matcher found = written.matcher(code);
        while (found.find()) {
            int end = found.group(1) == null ? found.end() : JavaMask.behindClosing(code, found.end() - 1);
            places.add(new int[] {found.start(), end});
        }
        return places;
    }
}
