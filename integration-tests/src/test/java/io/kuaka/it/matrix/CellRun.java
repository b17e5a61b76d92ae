package io.kuaka.it.matrix;

import io.kuaka.data.Row;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import io.kuaka.schema.conversion.InconvertibleTypeException;
import io.kuaka.state.ProjectState;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database in which a field of the model {@code Thing} is led to other shapes and back. */
final class CellRun implements AutoCloseable {
    private final Engine engine;
    private final ProjectState start;
    private SchemaRun run;

    CellRun(Engine engine, ProjectState start) throws SQLException {
        this.engine = engine;
        this.start = start;
        this.run = SchemaRun.with(engine, start);
    }

    /** Begins again with a new database, since the present one has no way back. */
    void reopen() throws SQLException {
        run.close();
        run = SchemaRun.with(engine, start);
    }

    /** Puts rows with these values in the place of those that are there. */
    void fill(List<Object> values) throws SQLException {
        run.execute("delete from Part", "delete from Thing");
        run.withModels(start, models -> {
            for (int i = 0; i < Math.max(1, values.size()); i++) {
                Map<String, Object> row = new LinkedHashMap<>(Map.of("id", i + 1L, "name", "FOX", "n", 7));
                if (!values.isEmpty()) {
                    row.put("c", values.get(i));
                }
                models.get("Thing").create(row);
            }
            return values;
        });
        run.execute("insert into Part (id, thing_id) values (1, 1)");
    }

    /** Runs an operation. Returns the first line of what was said if it was refused, and null otherwise. */
    @Nullable
    String refusal(ProjectState before, Operation operation) {
        try {
            run.migrate(before, operation);
            return null;
        } catch (InconvertibleTypeException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            return reason.replaceAll("kuaka_\\d+", "kuaka").replaceAll("run_\\d+", "run");
        }
    }

    /** Returns the values of the field in all rows. */
    String values(ProjectState state) {
        try {
            return run.withModels(state, models -> {
                List<String> values = new ArrayList<>();
                for (Row row : models.get("Thing").orderBy("id")) {
                    values.add(text(row.get("c")));
                }
                return String.join(", ", values);
            });
        } catch (SQLException | RuntimeException e) {
            return "UNREADABLE " + e;
        }
    }

    /** Returns in what the database differs from a state and from values; nothing if it doesn't. */
    String look(ProjectState state, String values) throws SQLException {
        List<String> differences = run.differences(state);
        if (!differences.isEmpty()) {
            return differences.toString();
        }
        String now = values(state);
        List<String> parts = run.query("select thing_id from Part order by id");
        return now.equals(values) && parts.equals(List.of("1")) ? "" : values + " is " + now + " now, parts " + parts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    @Override
    public void close() throws SQLException {
        run.close();
    }
}
