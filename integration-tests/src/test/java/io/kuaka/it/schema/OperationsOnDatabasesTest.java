package io.kuaka.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import io.kuaka.operation.OperationCase;
import io.kuaka.operation.OperationCases;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of an operation forward and back on real databases that have rows. */
@Tag("slow")
class OperationsOnDatabasesTest {
    private static final List<String> ROWS = List.of(
            "insert into Author (id, name, email) values (1, 'Hulme', 'k@example.com'), (2, 'Frame', null)",
            "insert into books (id, title, isbn, pages, price, status, created_at, author_id) values"
                    + " (1, 'The Bone People', '9780140089226', 450, 12.5, 'FOR_SALE', null, 1),"
                    + " (2, 'Owls Do Cry', null, null, 0, 'DRAFT', null, 2)",
            "insert into Book_tags (Book_id, tags) values (1, 'sea'), (2, 'south')");

    static Stream<Arguments> cases() {
        return Stream.of(Engine.values())
                .flatMap(engine -> OperationCases.all().stream().map(each -> Arguments.of(engine, each)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void anOperationLeadsToTheSchemaOfItsStateAndBack(Engine engine, OperationCase each) throws SQLException {
        ProjectState before = each.before();
        ProjectState after = each.after();
        Operation inverse = each.operation().inverse("shop", before);
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            for (String row : ROWS) {
                run.execute(row);
            }
            if (engine == Engine.POSTGRESQL && each.name().equals("drop_collation")) {
                // A collation is no part of the state that all cases start from.
                run.execute("create collation any_case from \"C\"");
            }
            List<String> authors = run.query("select count(*) from Author");

            run.migrate(before, each.operation());
            assertThat(run.differences(after)).isEmpty();
            run.migrate(after, inverse);

            assertThat(run.differences(before)).isEmpty();
            assertThat(run.query("select count(*) from Author")).isEqualTo(authors);
            assertThat(run.query("select id, status from books order by id"))
                    .isEqualTo(List.of("1|FOR_SALE", "2|DRAFT"));
        }
    }
}
