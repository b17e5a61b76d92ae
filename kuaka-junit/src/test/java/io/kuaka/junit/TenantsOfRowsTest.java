package io.kuaka.junit;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Models;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows before and after a migration, without the migration. */
class TenantsOfRowsTest {
    private static final ModelState SEAT = model("Seat")
            .table("seat")
            .fields(bigint("line").primaryKey(), bigint("place").primaryKey(), bigint("zoo"), varchar("kind", 9));

    /** Compares the rows of seats of the zoos 1 and 2 with what they are after a statement, under another model. */
    private static List<String> compared(String change, ModelState after) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table seat (line bigint, place bigint, zoo bigint, kind varchar(9),"
                    + " primary key (line, place))");
            ProjectState state = ProjectState.empty().withModel("visits", SEAT);
            Models before = Models.on(connection, "visits", state);
            for (long zoo = 1; zoo <= 2; zoo++) {
                before.asTenant("zoo", zoo).get("Seat").create(set("line", 1), set("place", zoo), set("kind", "wood"));
            }
            TenantsOfRows all = TenantsOfRows.read(before, "zoo");
            statement.execute(change);
            ProjectState later = ProjectState.empty().withModel("visits", after);
            return all.movedUntil(TenantsOfRows.read(Models.on(connection, "visits", later), "zoo"));
        }
    }

    @Test
    void rowsWithKeysOfSeveralColumnsAreCompared() throws SQLException {
        assertThat(compared("update seat set kind = 'iron'", SEAT)).isEmpty();
        assertThat(compared("update seat set zoo = 1", SEAT))
                .containsExactly("visits.Seat [1, 2] belonged to 2 and belongs to 1 now");
    }

    @Test
    void rowsOfARenamedModelAreComparedByItsTable() throws SQLException {
        assertThat(compared("update seat set zoo = 3 - zoo", SEAT.withName("Chair")))
                .containsExactlyInAnyOrder(
                        "visits.Seat [1, 1] belonged to 1 and belongs to 2 now",
                        "visits.Seat [1, 2] belonged to 2 and belongs to 1 now");
    }

    @Test
    void rowsThatCannotBeComparedAreNamed() throws SQLException {
        assertThat(compared(
                        "alter table seat rename to chair",
                        SEAT.withName("Chair").table("chair")))
                .containsExactly("The rows of visits.Seat weren't compared: no model with its name or table has \"zoo\""
                        + " afterwards. Call migrate() and compare these rows in the test");
        ModelState byPlace = model("Seat")
                .table("seat")
                .fields(bigint("line"), bigint("place").primaryKey(), bigint("zoo"), varchar("kind", 9));
        assertThat(compared("update seat set zoo = 1", byPlace))
                .containsExactly(
                        "The rows of visits.Seat weren't compared: they don't keep a primary key. Call migrate()"
                                + " and compare these rows in the test");
    }
}
