package io.kuaka.tooling.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where settings are: a file, a folder that may hold some, or a tree of files with one value each.
 *
 * @param onClassPath whether it is on the class path, and not in a folder
 * @param path from the root of the class path, or from the project's folder; that of a folder ends with a slash
 * @param format the ending of the name that tells the format, as in {@code .yml}; {@link #TREE} for a tree
 * @param encoding the encoding of properties, as Spring Boot 4.1 has it; empty for the usual one
 */
record Location(boolean onClassPath, String path, String format, String encoding) {
    /** The formats of files of the application; each overrides those before it. */
    static final List<String> FORMATS = List.of(".yaml", ".yml", ".properties");

    /** What a tree of files with one value each begins with. */
    static final String TREE = "configtree:";

    private static final Pattern NAME =
            Pattern.compile("(.*?)(\\.[^./\\[]*)?(?:\\[(\\.\\w+)\\])?(?:\\[(?:encoding=([^\\]]+)|\\w+=[^\\]]*)\\])?");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][\\w+.-]+):(.*)");

    static Location of(boolean onClassPath, String path) {
        Matcher parts = NAME.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException(path);
        }
        String ending = Objects.requireNonNullElse(parts.group(2), "");
        return new Location(
                onClassPath,
                clean(parts.group(1) + ending),
                Objects.requireNonNullElse(parts.group(3), ending),
                Objects.requireNonNullElse(parts.group(4), ""));
    }

    /** Returns a path without {@code .} and without {@code ..} behind a folder. */
    private static String clean(String path) {
        String cleaned = path.replaceAll("(?<=^|/)\\./+", "");
        String before = "";
        while (!cleaned.equals(before)) {
            before = cleaned;
            cleaned = cleaned.replaceFirst("(?<=^|/)(?!\\.\\./)[^/]+/\\.\\./", "");
        }
        return cleaned;
    }

    /** Returns the location that a file here imports; empty if only Spring can get it. */
    Optional<Location> imported(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!scheme.matches()) {
            return Optional.of(text.startsWith("/") ? of(false, text) : of(onClassPath, parent() + text));
        }
        String rest = scheme.group(2);
        return switch (scheme.group(1)) {
            case "classpath" -> Optional.of(of(true, rest.replaceFirst("^/+", "")));
            case "file" -> Optional.of(of(false, rest.replaceFirst("^//(?=/)", "")));
            case "configtree" -> Optional.of(new Location(false, clean(rest), TREE, ""));
            default -> Optional.empty();
        };
    }

    /** Returns the location of the file that overrides this one while a profile is active. */
    Location of(String profile) {
        String start = path.endsWith(format) ? path.substring(0, path.length() - format.length()) : path;
        return new Location(
                onClassPath, start + "-" + profile + (path.endsWith(format) ? format : ""), format, encoding);
    }

    /** Returns a file in this folder. */
    Location file(String name) {
        return of(onClassPath, path + name);
    }

    /** Returns this location with another path. */
    Location at(String other) {
        return new Location(onClassPath, other, format, encoding);
    }

    boolean isTree() {
        return format.equals(TREE);
    }

    boolean isFolder() {
        return !isTree() && (path.isEmpty() || path.endsWith("/"));
    }

    /** Returns whether this stands for several locations, one in each sub-folder. */
    boolean hasWildcard() {
        return path.contains("*");
    }

    /** Returns whether Spring can read this and Kuaka can't. */
    boolean isOnlyForSpring() {
        boolean isKnownPattern = !onClassPath && path.matches("[^*]*(?<=^|/)\\*/[^*]*");
        return format.equals(".xml") || (hasWildcard() && !isKnownPattern);
    }

    /** Returns whether Spring knows what this is. */
    boolean isKnown() {
        boolean isInFolder = path.isEmpty() || path.endsWith("/");
        return isInFolder || (!isTree() && FORMATS.contains(format));
    }

    /** Returns the path of the folder that a file is in; empty at the root. */
    String parent() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns the name of a file without folders and format. */
    String name() {
        return path.substring(parent().length(), path.length() - format.length());
    }
}
