package io.kuaka.entity;

import io.kuaka.source.JavaWords;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for classes and attributes, made of those of tables and columns. */
final class JavaNames {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern REFERENCE = Pattern.compile("(?<=.)(?:_(?i:id|fk)|Id)$");

    private JavaNames() {}

    /** Returns a name for the class of a table, which isn't among those that others have. */
    static String ofClass(String table, Collection<String> others) {
        String name = free(capital(words(table)), others);
        return isOfJavaLang(name) ? free(name + "Entity", others) : name;
    }

    /** Returns a name for the attribute of a column. */
    static String ofAttribute(String column, Collection<String> others) {
        String name = words(column);
        return free(JavaWords.isReserved(name) ? name + "_" : name, others);
    }

    /** Returns a name for the reference in a column: without the ending that says that it holds an id. */
    static String ofReference(String column, Collection<String> others) {
        return ofAttribute(REFERENCE.matcher(column).replaceFirst(""), others);
    }

    /** Returns a name with a capital letter. */
    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String free(String name, Collection<String> others) {
        String free = name;
        for (int i = 2; contains(others, free); i++) {
            free = name + i;
        }
        return free;
    }

    /** Files differ by more than the case of their names on all systems. */
    private static boolean contains(Collection<String> others, String name) {
        return others.stream().anyMatch(other -> other.equalsIgnoreCase(name));
    }

    private static String words(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : BETWEEN.split(name, -1)) {
            if (!word.isEmpty()) {
                String plain = word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word;
                camel.append(
                        camel.isEmpty()
                                ? plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1)
                                : capital(plain));
            }
        }
        boolean isName = !camel.isEmpty() && Character.isJavaIdentifierStart(camel.charAt(0));
        return isName ? camel.toString() : "n" + camel;
    }

    /** Returns whether a class of this name means another one where nothing is imported. */
    static boolean isOfJavaLang(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
