package io.kuaka.command.project;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A database and how to connect to it. Its text form doesn't show the password. */
public record Database(
        String url, @Nullable String user, @Nullable String password) implements ConnectionSource {
    private static final System.Logger LOGGER = System.getLogger(Database.class.getName());

    /** Returns the dialect for the URL, without a connection. */
    public Dialect dialect() {
        return Dialects.forUrl(url);
    }

    /** Returns the file that a connection would create, or the folder that would have to be made for it; empty if none. */
    public Optional<Path> missing() {
        return dialect().file(url).map(Path::of).filter(Files::notExists).map(file -> {
            Path folder = file.getParent();
            return folder == null || Files.exists(folder) ? file : folder;
        });
    }

    /**
     * Opens a connection.
     *
     * @throws NoConnectionException if the database refuses the connection
     */
    @Override
    public Connection open() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        registerDrivers();
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException | RuntimeException e) {
            throw new NoConnectionException(dialect().name(), new Secrets(url, user, password).hiddenIn(e));
        }
    }

    /**
     * Makes known the drivers that the class loader of Kuaka sees. {@link DriverManager} looks for drivers once in the life
     * of a JVM, and a build tool may have made it do so in a class loader of its own.
     */
    private static void registerDrivers() {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, Database.class.getClassLoader())
                .iterator();
        boolean hasMore = true;
        while (hasMore) {
            try {
                hasMore = drivers.hasNext();
                if (hasMore) {
                    drivers.next();
                }
            } catch (ServiceConfigurationError e) {
                // A driver that can't be loaded may not be the one that is wanted; DriverManager passes it over as
                // well.
                LOGGER.log(System.Logger.Level.DEBUG, "A JDBC driver can't be loaded", e);
            }
        }
    }

    /** Returns what may be printed of the URL: its scheme, its hosts and the name of its database. */
    public String redactedUrl() {
        return RedactedUrl.of(url);
    }

    @Override
    public String toString() {
        return dialect().name() + " database" + (user == null ? "" : " as " + user);
    }
}
