package io.kuaka.compare;

import io.kuaka.schema.table.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which a database differs from what its history says.
 *
 * @param owner the table that it is in; a sequence or an enumeration is its own
 * @param name the name of what differs within its owner, of a column for instance; empty for the owner itself
 * @param aspect which side of it differs, as in {@code type} or {@code name}; empty where all of it is missing or not expected
 * @param isTrait whether it is a trait, which no model can express
 * @param expected what the history says; null where it has no such thing
 * @param found what the database has; null where it has no such thing
 */
public record SchemaDifference(
        Severity severity,
        Part part,
        TableName owner,
        String name,
        String aspect,
        boolean isTrait,
        @Nullable String expected,
        @Nullable String found) {
    /** Returns what differs, as in {@code book.isbn} for a column and {@code book} for a table. */
    public String path() {
        return name.isEmpty() ? owner.toString() : owner + "." + name;
    }

    /** Returns whether it is a table that the database has under another name. */
    public boolean isRenamedTable() {
        return part == Part.TABLE && aspect.equals("name");
    }

    /** Returns the difference in one sentence without a full stop. */
    public String describe() {
        String what = part.words() + " \"" + path() + "\"";
        if (found == null) {
            return what + (aspect.isEmpty() ? "" : ": " + aspect) + " is missing" + inParentheses(expected);
        }
        if (expected == null) {
            return what + (aspect.isEmpty() ? "" : ": " + aspect) + " is not expected" + inParentheses(found);
        }
        return what + ": " + aspect + " is " + found + ", expected " + expected;
    }

    private static String inParentheses(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : " (" + text + ")";
    }
}
