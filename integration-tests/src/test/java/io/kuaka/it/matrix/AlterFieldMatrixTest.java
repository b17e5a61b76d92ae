package io.kuaka.it.matrix;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.schema.conversion.InconvertibleTypeException;
import io.kuaka.state.ProjectState;
import io.kuaka.testing.Golden;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leads a field with rows from every shape to every other one of its kind, and back: either all values survive and the
 * schema is that of the state, or the change is refused and nothing was changed. What became of the values, and the words
 * of the refusals, are in golden files.
 */
@Tag("slow")
class AlterFieldMatrixTest {
    private final List<String> outcomes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** One change: the shapes, and the values that rows have before it. */
    private record Cell(FieldShape from, FieldShape to, List<Object> values) {
        ProjectState before() {
            return state(from);
        }

        Operation operation() {
            return new AlterField("Thing", to.column(), to.fill());
        }

        @Override
        public String toString() {
            return from.name() + " -> " + to.name();
        }
    }

    private static ProjectState state(FieldShape shape) {
        return SchemaRun.shop(
                model("Thing").fields(bigint("id").primaryKey(), varchar("name", 20), integer("n"), shape.column()),
                model("Part").fields(bigint("id").primaryKey(), reference("thing", "shop.Thing")));
    }

    @ParameterizedTest
    @EnumSource
    void valuesSurviveOrTheChangeIsRefusedBeforeAnythingIsChanged(Engine engine) throws SQLException {
        tryAll(engine, FieldShape.types());
        tryAll(engine, FieldShape.widths());
        tryAll(engine, FieldShape.numbers());
        tryAll(engine, FieldShape.texts());
        tryAll(engine, FieldShape.enumerations());

        assertThat(problems).isEmpty();
        String file = "matrix/" + engine.name().toLowerCase(Locale.ROOT) + ".txt";
        Golden.assertGolden(file, String.join("\n", outcomes) + "\n");
    }

    private void tryAll(Engine engine, List<FieldShape> shapes) throws SQLException {
        for (FieldShape from : shapes) {
            try (CellRun run = new CellRun(engine, state(from))) {
                for (FieldShape to : shapes) {
                    if (to != from) {
                        tryEach(run, from, to);
                    }
                }
            }
        }
    }

    /** The schema of a change that succeeds is looked at once only, the values always. */
    private void tryEach(CellRun run, FieldShape from, FieldShape to) throws SQLException {
        boolean seen = false;
        for (List<Object> values : from.rows()) {
            try {
                seen |= tryOne(run, new Cell(from, to, values), seen);
            } catch (InconvertibleTypeException e) {
                outcomes.add(from.name() + " -> " + to.name() + " is impossible");
                return;
            }
        }
    }

    /** Returns whether the change succeeded. */
    private boolean tryOne(CellRun run, Cell cell, boolean seen) throws SQLException {
        ProjectState before = cell.before();
        ProjectState after = cell.operation().apply("shop", before);
        run.fill(cell.values());
        String stored = run.values(before);
        String refusal = run.refusal(before, cell.operation());
        if (refusal != null) {
            outcomes.add(cell + ": " + stored + " is refused: " + refusal);
            expect(cell + " refused", run.look(before, stored));
            return false;
        }
        String now = run.values(after);
        outcomes.add(cell + ": " + stored + " becomes " + now);
        expect(cell + " done", seen ? "" : run.look(after, now));
        if (nulls(now) > nulls(stored) || now.startsWith("UNREADABLE")) {
            problems.add(cell + " loses values: " + stored + " becomes " + now);
        }
        String refusedBack = run.refusal(after, cell.operation().inverse("shop", before));
        if (refusedBack != null) {
            outcomes.add("    and back is refused: " + refusedBack);
            expect(cell + " back refused", run.look(after, now));
            run.reopen();
            return true;
        }
        String again = run.values(before);
        if (!again.equals(stored)) {
            outcomes.add("    and back becomes " + again);
        }
        expect(cell + " back", seen ? "" : run.look(before, again));
        return true;
    }

    private void expect(String what, String difference) {
        if (!difference.isEmpty()) {
            problems.add(what + ": " + difference);
        }
    }

    private static long nulls(String values) {
        return values.split("null", -1).length;
    }
}
