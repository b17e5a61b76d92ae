package io.kuaka.junit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A URL of the form {@code jdbc:kind://hosts/database?settings}, and who connects with it. */
record ServerUrl(String url, String user, String password) {
    private static final Pattern FORM = Pattern.compile("(jdbc:[^/]+//[^/?]+)(?:/([^?]*))?(\\?.*)?");

    DataSource dataSource() {
        return new DriverDataSource(url, user, password);
    }

    Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Returns the same for another database of the server. */
    ServerUrl withDatabase(String name) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Not a URL of the form jdbc:kind://host/database: " + url.split("\\?", 2)[0]);
        }
        String settings = parts.group(3);
        return new ServerUrl(parts.group(1) + "/" + name + (settings == null ? "" : settings), user, password);
    }
}
