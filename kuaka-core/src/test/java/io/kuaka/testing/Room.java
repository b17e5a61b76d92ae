package io.kuaka.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One package of the house and what it may import.
 *
 * @param name the package without {@code io.kuaka.}; empty for the root
 * @param mayImport packages of the house, with all that is below them
 * @param libraries packages of others, besides the JDK's and jspecify's annotations
 */
public record Room(String name, List<String> mayImport, List<String> libraries) {
    private static final List<String> ALWAYS = List.of("java..", "javax.sql..", "org.jspecify.annotations..");

    /** Returns a package that needs no library. */
    public static Room of(String name, String... mayImport) {
        return new Room(name, List.of(mayImport), List.of());
    }

    /** Returns the same package with libraries. */
    public Room with(String... more) {
        return new Room(name, mayImport, List.of(more));
    }

    /** Returns the package itself. */
    String packageName() {
        return name.isEmpty() ? "io.kuaka" : "io.kuaka." + name;
    }

    /** Returns the patterns of the packages that it may import. */
    String[] allowedPackages() {
        List<String> allowed = new ArrayList<>(ALWAYS);
        allowed.add(packageName());
        mayImport.forEach(room -> allowed.add(subtree(room)));
        allowed.addAll(libraries);
        return allowed.toArray(String[]::new);
    }

    /** Returns the pattern of a package with all that is below it. */
    static String subtree(String room) {
        return "io.kuaka." + room + "..";
    }

    /** Returns the names of packages with more of them. */
    static String[] names(String[] lower, String... more) {
        return Stream.of(lower, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
