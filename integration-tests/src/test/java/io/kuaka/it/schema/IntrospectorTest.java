package io.kuaka.it.schema;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.Introspector;
import io.kuaka.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Makes a bit of everything that a database can have by hand, and reads it. */
class IntrospectorTest {
    @ParameterizedTest
    @EnumSource
    void anIntrospectorTellsAllOfASchema(Engine engine) throws SQLException, IOException {
        String name = engine.name().toLowerCase(Locale.ROOT);
        String script = Files.readString(Path.of("src", "test", "resources", "introspection", name + ".sql"));
        TestDatabase database = engine.fresh();
        Introspector introspector = Dialects.forUrl(database.url()).introspector();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n")) {
                statement.execute(sql);
            }

            List<String> texts = new ArrayList<>();
            for (String schema : schemas(engine)) {
                texts.add(
                        new Picture(introspector.tables(connection, schema), introspector.sequences(connection, schema))
                                .text());
            }
            Golden.assertGolden("introspection/" + name + ".txt", String.join("\n", texts));
        }
    }

    /** The connection's own schema is null. */
    private static List<@Nullable String> schemas(Engine engine) {
        return switch (engine) {
            case SQLITE -> Collections.singletonList(null);
            case H2, POSTGRESQL -> Arrays.asList(null, "`Other`");
            case MARIADB, MYSQL -> Arrays.asList(null, "introspected");
        };
    }
}
