package io.kuaka.command.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.compare.Part;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.compare.Severity;
import io.kuaka.schema.table.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of(
                        difference(Part.COLUMN, "type", "varchar(40)", "varchar(20)"),
                        "",
                        "If hbm2ddl made the table: it leaves the type of a column as it was created, and on SQLite or before Hibernate 6.2 its length, too."),
                Arguments.of(
                        difference(Part.CHECK, "", "(status in ('OPEN'))", null),
                        "",
                        "If hbm2ddl made the table: it adds no check to a column that is there."),
                Arguments.of(
                        difference(Part.COLUMN, "", null, "varchar(20)"),
                        "Left over: no entity has it.",
                        "Left over: no entity has it, and hbm2ddl never drops a column."),
                Arguments.of(
                        difference(Part.FOREIGN_KEY, "", "foreign key (a) references b (id)", null),
                        "Rows may break it, as they weren't held to it.",
                        "Rows may break it, as they weren't held to it."),
                Arguments.of(
                        difference(
                                Part.FOREIGN_KEY, "definition", "foreign key (a)", "foreign key (a) on delete cascade"),
                        "",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void saysWhereADifferenceComesFrom(SchemaDifference difference, String otherwise, String byHibernate) {
        assertThat(Explanation.of(difference, List.of(difference), false)).isEqualTo(otherwise);
        assertThat(Explanation.of(difference, List.of(difference), true)).isEqualTo(byHibernate);
    }

    private static SchemaDifference difference(
            Part part, String aspect, @Nullable String expected, @Nullable String found) {
        return new SchemaDifference(
                Severity.BREAKS_MIGRATIONS, part, new TableName(null, "loan"), "a", aspect, false, expected, found);
    }
}
