package io.kuaka.tooling.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a settings file is.
 *
 * @param onClassPath whether it is on the class path, and not in a folder
 * @param path from the root of the class path, or from the project's folder
 * @param format the ending of the name that tells the format, as in {@code .yml}
 */
record Location(boolean onClassPath, String path, String format) {
    private static final Pattern NAME = Pattern.compile("(.*?)(\\.[^./]*)?(?:\\[(\\.\\w+)\\])?");
    private static final Pattern SCHEME = Pattern.compile("(\\w[\\w+.-]+):(.*)");

    static Location of(boolean onClassPath, String path) {
        Matcher parts = NAME.matcher(path);
        boolean hasFormat = parts.matches() && parts.group(3) != null;
        String format = hasFormat ? parts.group(3) : ending(parts);
        return new Location(onClassPath, hasFormat ? path.substring(0, path.lastIndexOf('[')) : path, format);
    }

    private static String ending(Matcher parts) {
        return parts.group(2) == null ? "" : parts.group(2);
    }

    /** Returns the location that a file here imports; empty if only Spring can get it. */
    Optional<Location> imported(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (text.contains("*") || text.isBlank()) {
            return Optional.empty();
        }
        if (!scheme.matches()) {
            return Optional.of(text.startsWith("/") ? of(false, text) : of(onClassPath, folder() + text));
        }
        String rest = scheme.group(2);
        return switch (scheme.group(1)) {
            case "classpath" -> Optional.of(of(true, rest.replaceFirst("^/+", "")));
            case "file" -> Optional.of(of(false, rest.replaceFirst("^//(?=/)", "")));
            default -> Optional.empty();
        };
    }

    /** Returns the location of the file that overrides this one while a profile is active. */
    Location of(String profile) {
        String start = path.endsWith(format) ? path.substring(0, path.length() - format.length()) : path;
        return new Location(onClassPath, start + "-" + profile + (path.endsWith(format) ? format : ""), format);
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    private String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
