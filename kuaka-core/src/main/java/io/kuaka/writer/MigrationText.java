package io.kuaka.writer;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.MigrationKey;
import io.kuaka.source.Imports;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file of a migration, for changes outside its operations. Everything else stays as its author wrote it. */
public record MigrationText(String text) {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?([\\w.]+?)(\\.\\*)?;\n");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package [\\w.]+;\n");
    private static final Pattern MARKS = Pattern.compile("^\\s*(?://|/\\*+|\\*+(?!/))|\\*+/\\s*$");
    private static final Pattern DEPENDS_ON = Pattern.compile("@DependsOn\\s*\\(");
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^(?:@(?!interface)|public |final |abstract |class )");

    /** Returns a file with normalized line ends. */
    public static MigrationText of(String text) {
        return new MigrationText(text.replace("\r\n", "\n"));
    }

    /** Returns the text with the line ends of {@code former}. */
    public String inLinesOf(String former) {
        return former.contains("\r\n") ? text.replace("\n", "\r\n") : text;
    }

    /** Returns an empty set of imports for code that goes into this file. */
    Imports imports() {
        Imports imports = new Imports();
        Matcher written = IMPORT.matcher(JavaMask.codeOf(text));
        while (written.find()) {
            if (written.group(1) == null && written.group(3) == null) {
                imports.reserve(written.group(2));
            }
        }
        return imports;
    }

    /**
     * Returns this file with the missing ones of {@code imports}, and without those that only {@code former} code
     * needed.
     */
    MigrationText with(Imports imports, MigrationText former) {
        MigrationText changed = this;
        for (String owner : imports.staticOwners()) {
            changed = changed.withImport("import static " + owner + ".*;\n", Set.of(owner + ".*"), true);
        }
        for (String name : imports.classes()) {
            String everything = name.substring(0, name.lastIndexOf('.')) + ".*";
            changed = changed.withImport("import " + name + ";\n", Set.of(name, everything), false);
        }
        Set<String> used = former.unusedImports(name -> true);
        for (String name : changed.unusedImports(name -> !used.contains(name))) {
            changed = new MigrationText(changed.text().replace("import " + name + ";\n", ""));
        }
        return changed;
    }

    /** Returns the imported classes whose names occur nowhere else. */
    private Set<String> unusedImports(Predicate<String> counts) {
        String code = JavaMask.codeOf(text);
        Set<String> unused = new TreeSet<>();
        Matcher written = IMPORT.matcher(code);
        while (written.find()) {
            String name = written.group(2);
            String simpleName = name.substring(name.lastIndexOf('.') + 1);
            if (written.group(1) == null && written.group(3) == null && counts.test(name)) {
                long times = Pattern.compile("\\b" + simpleName + "\\b")
                        .matcher(code)
                        .results()
                        .count();
                if (times < 2) {
                    unused.add(name);
                }
            }
        }
        return unused;
    }

    private MigrationText withImport(String line, Set<String> equivalents, boolean isStatic) {
        String code = JavaMask.codeOf(text);
        int place = -1;
        Matcher written = IMPORT.matcher(code);
        while (written.find()) {
            boolean sameKind = (written.group(1) != null) == isStatic;
            String name = written.group(2) + (written.group(3) == null ? "" : written.group(3));
            if (sameKind && equivalents.contains(name)) {
                return this;
            }
            if (sameKind && written.group().compareTo(line) < 0) {
                place = written.end();
            } else if (place < 0 && (sameKind || isStatic)) {
                place = written.start();
            }
        }
        if (place < 0) {
            Matcher declared = PACKAGE.matcher(code);
            place = declared.find() ? declared.end() : 0;
            return new MigrationText(text.substring(0, place) + "\n" + line + text.substring(place));
        }
        boolean opensBlock = isStatic && !code.contains("import static ");
        return new MigrationText(text.substring(0, place) + line + (opensBlock ? "\n" : "") + text.substring(place));
    }

    /** Returns this file with the class under another name. */
    public MigrationText renamed(String oldName, String newName) {
        StringBuilder changed = new StringBuilder();
        int last = 0;
        Matcher found = Pattern.compile("\\b" + oldName + "\\b").matcher(JavaMask.codeOf(text));
        while (found.find()) {
            changed.append(text, last, found.start()).append(newName);
            last = found.end();
        }
        return new MigrationText(changed.append(text.substring(last)).toString());
    }

    /** Returns this file with more dependencies; those that it names already stay as they are. */
    public MigrationText withDependencies(Collection<MigrationKey> keys) {
        String names = keys.stream()
                .filter(key -> !text.contains("\"" + key + "\""))
                .map(key -> "\"" + key + "\"")
                .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return this;
        }
        String code = JavaMask.codeOf(text);
        Matcher found = DEPENDS_ON.matcher(code);
        if (!found.find()) {
            String written = keys.size() == 1 ? names : "{" + names + "}";
            return annotated(DependsOn.class, "(" + written + ")");
        }
        int close = JavaMask.behindClosing(code, found.end() - 1) - 1;
        int brace = code.indexOf('{', found.end());
        if (brace >= 0 && brace < close) {
            int last = code.lastIndexOf('"', close) + 1;
            return new MigrationText(text.substring(0, last) + ", " + names + text.substring(last));
        }
        return new MigrationText(text.substring(0, found.end()) + "{" + text.substring(found.end(), close) + ", "
                + names + "}" + text.substring(close));
    }

    /** Returns this file with other lines of comments before its class. */
    public MigrationText withRemarks(List<String> former, List<String> now) {
        String changed = text;
        for (String remark : former) {
            if (!now.contains(remark)) {
                changed = changed.replace("\n// " + remark + "\n", "\n");
            }
        }
        String added = now.stream()
                .distinct()
                .filter(remark -> !text.contains("\n// " + remark + "\n"))
                .map(remark -> "// " + remark + "\n")
                .collect(Collectors.joining());
        int place = behindImports(changed);
        return new MigrationText(changed.substring(0, place) + added + changed.substring(place));
    }

    private static int behindImports(String text) {
        Matcher written = IMPORT.matcher(JavaMask.codeOf(text));
        int place = 0;
        while (written.find()) {
            place = written.end();
        }
        while (place < text.length() && text.charAt(place) == '\n') {
            place++;
        }
        return place;
    }

    /** Returns the lines of comments before the class, without their markers. */
    List<String> remarks() {
        Matcher declaration = DECLARATION.matcher(JavaMask.codeOf(text));
        int end = declaration.find() ? declaration.start() : text.length();
        return text.substring(Math.min(behindImports(text), end), end)
                .lines()
                .map(line -> MARKS.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns this file with an annotation before its class; {@code arguments} come with their parentheses. */
    MigrationText annotated(Class<?> annotation, String arguments) {
        return beforeDeclaration("@" + annotation.getSimpleName() + arguments + "\n")
                .withImport(
                        "import " + annotation.getName() + ";\n",
                        Set.of(annotation.getName(), annotation.getPackageName() + ".*"),
                        false);
    }

    /** Returns this file without the import of a class, if nothing else uses it. */
    MigrationText withoutUnused(Class<?> type) {
        return unusedImports(type.getName()::equals).isEmpty()
                ? this
                : new MigrationText(text.replace("import " + type.getName() + ";\n", ""));
    }

    private MigrationText beforeDeclaration(String lines) {
        Matcher declaration = DECLARATION.matcher(JavaMask.codeOf(text));
        int place = declaration.find() ? declaration.start() : text.length();
        return new MigrationText(text.substring(0, place) + lines + text.substring(place));
    }
}
