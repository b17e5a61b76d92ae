package io.kuaka.command.project;

import io.kuaka.schema.table.TableName;
import java.util.Locale;
import java.util.Set;

/** The tables in which other tools for migrations keep their own history, under the names that these tools give them. */
public final class OtherTools {
    /** Flyway's history. */
    public static final String FLYWAY = "flyway_schema_history";
    /** Liquibase's history. */
    public static final String LIQUIBASE = "databasechangelog";
    /** The one row with which Liquibase keeps runs apart. */
    public static final String LIQUIBASE_LOCK = "databasechangeloglock";

    private static final Set<String> ALL = Set.of(FLYWAY, LIQUIBASE, LIQUIBASE_LOCK);

    private OtherTools() {}

    /** Returns whether a table is another tool's own, which is no concern of any model. */
    public static boolean has(TableName table) {
        return ALL.contains(plain(table));
    }

    /** Returns a table's name in lower case, without quotes. */
    public static String plain(TableName table) {
        return table.name().replace("`", "").toLowerCase(Locale.ROOT);
    }
}
