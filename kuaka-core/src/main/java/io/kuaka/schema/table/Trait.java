package io.kuaka.schema.table;

/**
 * Something about a table or a part of it that no model can express, as it isn't usual: migrations never make it and may lose
 * it.
 *
 * @param table the table that has it; for a sequence, the sequence
 * @param name the name of the part that has it; empty for the table or the sequence itself
 * @param text it in the database's words
 */
public record Trait(Place place, Aspect aspect, TableName table, String name, String text) {
    /** Which part of a table has a trait. */
    public enum Place {
        TABLE,
        COLUMN,
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        EXCLUSION,
        INDEX,
        SEQUENCE
    }

    /** What a trait is about. */
    public enum Aspect {
        /** How the rows of a table are stored, so that it can't take part in all that other tables can. */
        STORAGE("storage", false),
        PARTITIONS("partitioning", false),
        INHERITANCE("inheritance", false),
        /** The collation of a table's new columns. */
        DEFAULT_COLLATION("default collation", false),
        /** The collation of a part of a key or an index. */
        COLLATION("collation", false),
        VERSIONING("versioning", false),
        /** Where the values of a column come from, besides its default. */
        GENERATION("generation", false),
        INCREMENT("increment of the identity", true),
        ON_UPDATE("on update", false),
        CONFLICTS("conflict clause", false),
        VISIBILITY("visibility", true),
        PREFIXES("prefix length", false),
        NULLS("order of nulls", true),
        ENFORCEMENT("lack of enforcement", false),
        MATCHING("matching", false),
        DEFERRAL("deferral", true),
        CYCLE("cycle", false);

        private final String words;
        private final boolean isHarmless;

        Aspect(String words, boolean isHarmless) {
            this.words = words;
            this.isHarmless = isHarmless;
        }

        /** Returns it in words. */
        public String words() {
            return words;
        }

        /** Returns whether neither rows nor later migrations depend on it. */
        public boolean isHarmless() {
            return isHarmless;
        }
    }

    /** Returns this trait of another table and another part. */
    public Trait withNames(TableName newTable, String newName) {
        return new Trait(place, aspect, newTable, newName, text);
    }
}
