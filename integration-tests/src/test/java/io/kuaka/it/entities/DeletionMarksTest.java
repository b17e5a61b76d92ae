package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks of deleted rows that mark active ones from now on: deleted rows came back, and the others were hidden, without a word. */
@Tag("slow")
class DeletionMarksTest {
    private static final String COUNT = "select count(*) from Boat";

    private static String boat(String softDelete) {
        return "@Entity @org.hibernate.annotations.SoftDelete(" + softDelete + ") class Boat { @Id Long id;"
                + " @ElementCollection @org.hibernate.annotations.SoftDelete(" + softDelete + ") Set<String> tags; }";
    }

    private static String active(String more) {
        return "strategy = org.hibernate.annotations.SoftDeleteType.ACTIVE" + more;
    }

    private static void change(Engine engine, String before, String after, String answers) throws SQLException {
        assertThat(CompanionsTest.end(engine, before, after, "").outcome()).isEqualTo(Outcome.ASKED);
        assertThat(CompanionsTest.read(engine, before, after, answers, COUNT)).isEqualTo(List.<Object>of(3L));
    }

    @ParameterizedTest
    @EnumSource
    void theyAreInvertedInTheSameColumn(Engine engine) throws SQLException {
        String deleted = boat("columnName = \"gone\"");
        String active = boat(active(", columnName = \"gone\""));
        String answers = """
                invert values of shop.Boat.gone = yes
                invert values of shop.Boat.tags.gone = yes
                """;

        change(engine, deleted, active, answers);
        change(engine, active, deleted, answers);
    }

    @ParameterizedTest
    @EnumSource
    void theyAreInvertedInARenamedColumnWithLetters(Engine engine) throws SQLException {
        String deleted = boat("converter = org.hibernate.type.YesNoConverter.class");
        String active = boat(active(", converter = org.hibernate.type.YesNoConverter.class"));
        String renamed = "rename shop.Boat.%1$s to %2$s = yes\nrename shop.Boat.tags.%1$s to %2$s = yes\n"
                + "invert values of shop.Boat.%2$s = yes\ninvert values of shop.Boat.tags.%2$s = yes";

        change(engine, deleted, active, renamed.formatted("deleted", "active"));
        change(engine, active, deleted, renamed.formatted("active", "deleted"));
    }
}
