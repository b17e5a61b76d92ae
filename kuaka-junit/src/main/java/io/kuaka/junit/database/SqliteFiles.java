package io.kuaka.junit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** Databases of SQLite in temporary files. One in memory would be gone with its only connection. */
final class SqliteFiles extends TestServer {
    @Override
    TestDatabase create(String name) throws SQLException {
        try {
            Path file = Files.createTempFile(name, ".db");
            file.toFile().deleteOnExit();
            return new TestDatabase(this, file.toString(), new DriverDataSource("jdbc:sqlite:" + file, "", ""));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    TestDatabase copy(TestDatabase original, String name) throws SQLException {
        TestDatabase copy = create(name);
        try {
            Files.copy(Path.of(original.name()), Path.of(copy.name()), StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    void drop(TestDatabase database) throws SQLException {
        try {
            Files.deleteIfExists(Path.of(database.name()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
