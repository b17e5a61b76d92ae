package io.kuaka.state;

import io.kuaka.base.Internal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes names for constraints and indexes that were given none.
 *
 * <p>They depend on the table and its columns alone, so the SQL that was reviewed is the SQL that runs. The forms are
 * those that PostgreSQL uses for unnamed constraints ({@code book_isbn_key}, {@code book_author_id_fkey}). A name
 * longer than {@link #MAX_LENGTH} is cut and ends in a digest of the whole.
 */
@Internal
public final class Names {
    /** The longest identifier that all supported databases allow, in bytes of UTF-8: PostgreSQL's limit. */
    public static final int MAX_LENGTH = 63;

    /** The longest generated name of an index, in bytes of UTF-8: the limit that Django keeps for portability. */
    public static final int MAX_INDEX_LENGTH = 30;

    private static final int DIGEST_LENGTH = 8;

    private static final Pattern UNSAFE = Pattern.compile("\\W");

    private static final Pattern ORDER = Pattern.compile("\\s(asc|desc)$");

    private Names() {}

    /** Returns the name of a table's primary key. */
    public static String primaryKey(String table) {
        return join(table, List.of(), "pkey");
    }

    /** Returns the name of the constraint behind a unique field. */
    public static String unique(String table, List<String> columns) {
        return join(table, columns, "key");
    }

    /** Returns the name of a foreign key. */
    public static String foreignKey(String table, List<String> columns) {
        return join(table, columns, "fkey");
    }

    /** Returns the name of the check that belongs to a column or, without columns, to a table. */
    public static String check(String table, List<String> columns) {
        return join(table, columns, "check");
    }

    /** Returns the name of an exclusion constraint over columns or, without columns, over a table. */
    public static String exclusion(String table, List<String> columns) {
        return join(table, columns, "excl");
    }

    /** Returns the name of an index over {@code columns}, at most {@link #MAX_INDEX_LENGTH} bytes long. */
    public static String index(String table, List<String> columns) {
        String plainTable = plain(table);
        String first = columns.isEmpty() ? "" : words(plain(columns.get(0)));
        String digest = digest(plainTable + columns).substring(0, 6);
        return head(plainTable, 11) + "_" + head(first, 7) + "_" + digest + "_idx";
    }

    /**
     * Returns the names that Hibernate's naming strategies give to the sequence of an entity with that table. The table's
     * quotes are not passed on, unless all identifiers are quoted.
     */
    static List<String> sequences(String table) {
        String plain = table.replace("`", "");
        return List.of(plain + "_SEQ", plain + "_seq", "`" + plain + "_SEQ`", "`" + plain + "_seq`");
    }

    /** Returns a temporary name for something whose old name is given to something else. */
    public static String temporary(String name) {
        return join("kuaka", List.of("", UNSAFE.matcher(plain(name)).replaceAll("_")), "tmp");
    }

    /** Returns whether a name is a temporary one. */
    public static boolean isTemporary(String name) {
        return name.startsWith("kuaka__") && name.endsWith("_tmp");
    }

    private static String join(String table, List<String> columns, String suffix) {
        StringBuilder name = new StringBuilder(plain(table));
        columns.forEach(column -> name.append('_').append(plain(column)));
        String whole = name + "_" + suffix;
        if (size(whole) <= MAX_LENGTH) {
            return whole;
        }
        String tail = "_" + digest(whole) + "_" + suffix;
        return head(name.toString(), MAX_LENGTH - size(tail)) + tail;
    }

    /** Returns an identifier in lower case and without the backquotes of a quoted one. */
    public static String plain(String identifier) {
        return identifier.replace("`", "").toLowerCase(Locale.ROOT);
    }

    /** Returns a column without its order, or an expression without its punctuation: nothing that needs quotes. */
    private static String words(String part) {
        return ORDER.matcher(part).replaceFirst("").replaceAll("[\\s\\p{Punct}&&[^_$]]+", "_");
    }

    /** Returns the longest prefix of a text with at most {@code bytes} bytes. */
    private static String head(String text, int bytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += size(text.substring(end, next));
            if (used > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
