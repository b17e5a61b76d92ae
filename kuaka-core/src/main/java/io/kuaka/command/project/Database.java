package io.kuaka.command.project;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database and how to connect to it. Its text form doesn't show the password. */
public record Database(
        String url, @Nullable String user, @Nullable String password) implements ConnectionSource {

    /** Returns the dialect for the URL, without a connection. */
    public Dialect dialect() {
        return Dialects.forUrl(url);
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
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException | RuntimeException e) {
            throw new NoConnectionException(dialect().name(), new Secrets(url, user, password).hiddenIn(e));
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
