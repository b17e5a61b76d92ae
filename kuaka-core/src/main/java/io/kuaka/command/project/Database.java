package io.kuaka.command.project;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database and how to get in. Its text form doesn't show the password. */
public record Database(
        String url, @Nullable String user, @Nullable String password) implements ConnectionSource {

    /** Returns the dialect of the address; nothing is connected for it. */
    public Dialect dialect() {
        return Dialects.forUrl(url);
    }

    /**
     * Opens a connection.
     *
     * @throws NoConnectionException when the database doesn't let us in
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
        } catch (SQLException e) {
            throw new NoConnectionException(dialect().name(), withoutPassword(e));
        }
    }

    /** Addresses may hold passwords, and drivers like to repeat addresses. */
    private SQLException withoutPassword(SQLException e) {
        String message = String.valueOf(e.getMessage()).replace(url, "the given URL");
        String safe = password == null || password.isEmpty() ? message : message.replace(password, "…");
        SQLException copy = new SQLException(safe, e.getSQLState(), e.getErrorCode(), e.getCause());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }

    /** Returns the address as far as it can't hold a secret: without parameters, and without a user in it. */
    public String redactedUrl() {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return dialect().name() + " database" + (user == null ? "" : " as " + user);
    }
}
