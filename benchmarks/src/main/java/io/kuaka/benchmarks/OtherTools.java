package io.kuaka.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;

/**
 * A process that migrates a database with another tool, as {@link Launch} does with Kuaka.
 *
 * <p>Arguments: the tool, the database's URL, its user, and the folder with the SQL.
 */
public final class OtherTools {
    static final String FLYWAY = "flyway";
    static final String LIQUIBASE = "liquibase";

    private OtherTools() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[1];
        String user = arguments[2];
        Path folder = Path.of(arguments[3]);
        switch (arguments[0]) {
            case FLYWAY ->
                Flyway.configure()
                        .dataSource(url, user, "")
                        .locations("filesystem:" + folder)
                        .load()
                        .migrate();
            case LIQUIBASE -> {
                try (Connection connection = DriverManager.getConnection(url, user, "");
                        Liquibase liquibase = new Liquibase(
                                SqlHistory.CHANGELOG,
                                new DirectoryResourceAccessor(folder),
                                new JdbcConnection(connection))) {
                    liquibase.update(new Contexts());
                }
            }
            default -> throw new IllegalArgumentException("No tool " + arguments[0]);
        }
        Measured.printPeak();
    }
}
