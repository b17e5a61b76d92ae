package io.kuaka.schema.statement;

import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What shows that a statement has run: what exists afterwards and didn't before, or the reverse.
 *
 * <p>Names are as the database stores them. A statement that only changes properties of something has no signs.
 */
public record Effect(List<Sign> signs) {
    /** The effect of statements that create, drop and rename nothing. */
    public static final Effect NONE = new Effect(List.of());

    /** What can be created and dropped. */
    public enum Kind {
        TABLE,
        SEQUENCE,
        COLUMN,
        /** An index or a constraint: databases disagree on which is which. */
        RULE,
        /** An index, which also makes a key unique. On MySQL, a foreign key may have the same name. */
        INDEX,
        /** On MySQL, an index may have the same name. */
        FOREIGN_KEY,
        /** The type of a column, which the name is that of. */
        TYPE,
        PRIMARY_KEY,
        /** What only some databases have, named as their {@code Introspector} names it, for instance a type. */
        OTHER
    }

    /**
     * Something that exists after the statement, or doesn't.
     *
     * @param owner the table or sequence, or the table it belongs to; its name is empty where the statement doesn't say
     * @param name the column, index or constraint; empty for everything else
     * @param type the type in SQL; empty if none is meant
     */
    public record Sign(Kind kind, TableName owner, String name, String type, boolean exists) {
        private Sign opposite() {
            return new Sign(kind, owner, name, type, !exists);
        }
    }

    /** What one statement drops and creates again under the same name shows nothing. */
    public Effect {
        Set<Sign> all = new HashSet<>(signs);
        signs = signs.stream().filter(sign -> !all.contains(sign.opposite())).toList();
    }

    /** Returns the effect of creating a table or a sequence. */
    public static Effect created(Kind kind, TableName name) {
        return created(kind, name, "");
    }

    /** Returns the effect of creating something that belongs to a table. */
    public static Effect created(Kind kind, TableName table, String name) {
        return new Effect(List.of(new Sign(kind, table, name, "", true)));
    }

    /** Returns the effect of creating something that belongs to no table, in the words of the database's introspector. */
    public static Effect created(String words) {
        return created(Kind.OTHER, new TableName(null, ""), words);
    }

    /** Returns the effect of dropping something that belongs to no table, in the words of the database's introspector. */
    public static Effect dropped(String words) {
        return dropped(Kind.OTHER, new TableName(null, ""), words);
    }

    /** Returns the effect of dropping a table or a sequence. */
    public static Effect dropped(Kind kind, TableName name) {
        return dropped(kind, name, "");
    }

    /** Returns the effect of dropping something that belongs to a table. */
    public static Effect dropped(Kind kind, TableName table, String name) {
        return new Effect(List.of(new Sign(kind, table, name, "", false)));
    }

    /** Returns the effect of renaming a table or a sequence, or of moving it to another schema. */
    public static Effect renamed(Kind kind, TableName before, TableName after) {
        return dropped(kind, before).and(created(kind, after));
    }

    /** Returns the effect of renaming something that belongs to a table. */
    public static Effect renamed(Kind kind, TableName table, String before, String after) {
        return dropped(kind, table, before).and(created(kind, table, after));
    }

    /** Returns the effect of giving a column another type. */
    public static Effect retyped(TableName table, String column, String before, String after) {
        return new Effect(List.of(
                new Sign(Kind.TYPE, table, column, before, false), new Sign(Kind.TYPE, table, column, after, true)));
    }

    /** Returns the effect of a statement that does both. */
    public Effect and(Effect other) {
        List<Sign> both = new ArrayList<>(signs);
        both.addAll(other.signs);
        return new Effect(both);
    }
}
