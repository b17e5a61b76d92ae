package io.kuaka.command.adopt;

import io.kuaka.compare.Part;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.compare.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a difference between old tables and entities usually comes from. */
public final class Explanation {
    private static final String BY_HIBERNATE = "If hbm2ddl made the table: ";

    private Explanation() {}

    /**
     * Returns an explanation in one sentence; empty where the difference says everything.
     *
     * @param all the differences that it is one of
     * @param isByHibernate whether hbm2ddl probably made the tables, because no other tool has a history there
     */
    public static String of(SchemaDifference difference, List<SchemaDifference> all, boolean isByHibernate) {
        if (difference.isRenamedTable()) {
            return "It has the columns of the entity's table, which is missing. --fix renames it; to keep its name, declare"
                    + " @Table(name = \"" + difference.found() + "\").";
        }
        if (difference.found() == null) {
            return missing(difference, all, isByHibernate);
        }
        if (difference.expected() == null) {
            return notExpected(difference, isByHibernate);
        }
        if (!isByHibernate) {
            return "";
        }
        return switch (difference.aspect()) {
            case "definition", "name" ->
                difference.part() == Part.CHECK
                        ? BY_HIBERNATE
                                + "it never alters the check of an enumeration, which may list the constants of that"
                                + " time."
                        : "";
            case "nullability" -> BY_HIBERNATE + "it leaves a column as it was created.";
            case "type" ->
                BY_HIBERNATE
                        + "it leaves the type of a column as it was created, and on SQLite or before Hibernate 6.2 its"
                        + " length, too.";
            case "columns" ->
                difference.severity() == Severity.BREAKS_MIGRATIONS
                        ? BY_HIBERNATE + "'update' may put the columns of a key in another order than 'create'."
                        : "";
            default -> "";
        };
    }

    private static String missing(SchemaDifference difference, List<SchemaDifference> all, boolean isByHibernate) {
        return switch (difference.part()) {
            case CHECK -> isByHibernate ? BY_HIBERNATE + "it adds no check to a column that is there." : "";
            case UNIQUE ->
                all.stream().anyMatch(other -> holds(other, difference))
                        ? "A unique index holds rows to it; --fix defines it as a constraint."
                        : difference.aspect().isEmpty() ? "Rows may break it, as they weren't held to it." : "";
            case FOREIGN_KEY, EXCLUSION ->
                difference.aspect().isEmpty() ? "Rows may break it, as they weren't held to it." : "";
            case INDEX, COLUMN, TABLE, PRIMARY_KEY, SEQUENCE, ENUMERATION -> "";
        };
    }

    /** Returns whether a unique index that isn't expected says what a missing unique constraint says. */
    private static boolean holds(SchemaDifference index, SchemaDifference missing) {
        return index.part() == Part.INDEX
                && index.owner().equals(missing.owner())
                && index.found() != null
                && ("unique index" + columns(missing.expected()))
                        .equalsIgnoreCase(index.found().replace(" (", "("));
    }

    private static String columns(@Nullable String rule) {
        return rule == null ? "" : rule.substring(Math.max(0, rule.indexOf('(')));
    }

    private static String notExpected(SchemaDifference difference, boolean isByHibernate) {
        if (difference.part() == Part.COLUMN && difference.aspect().isEmpty()) {
            return difference.severity() == Severity.BREAKS_APPLICATION
                    ? "No entity has it and it takes no null, so the application can't insert rows."
                    : "Left over: no entity has it" + (isByHibernate ? ", and hbm2ddl never drops a column." : ".");
        }
        if (difference.aspect().equals("default") && difference.severity() != Severity.COSMETIC) {
            return "The database numbers rows by it, so a later change of where ids come from would fail.";
        }
        if (difference.isTrait()) {
            return "No entity can declare it, and a migration that defines this anew may lose it.";
        }
        return switch (difference.part()) {
            case CHECK -> "No entity declares it; it may be of an enumeration that is stored otherwise now.";
            case UNIQUE, FOREIGN_KEY, EXCLUSION, INDEX -> "No entity declares it.";
            case TABLE, COLUMN, PRIMARY_KEY, SEQUENCE, ENUMERATION -> "";
        };
    }
}
