package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.classes;
import static io.kuaka.state.Fields.constants;
import static io.kuaka.state.Fields.entities;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.positions;
import static io.kuaka.state.Fields.softDelete;
import static io.kuaka.state.Fields.stored;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.fact.ListPosition;
import io.kuaka.state.fact.Meaning;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What values mean is known from the state, whatever checks and comments there are. */
class MeaningsTest {
    private static final ModelKey SHIP = new ModelKey("shop", "Ship");
    private static final Field KIND = varchar("kind", 31);

    private static ProjectState ships(Field... fields) {
        return ProjectState.empty()
                .withModel(
                        "shop", model("Ship").fields(bigint("id").primaryKey()).fields(fields));
    }

    private static ProjectState ships(String... classes) {
        return ships(KIND.means(classes(classes)));
    }

    private static List<Operation> operations(
            ProjectState from, ProjectState to, Map<String, String> answers, Map<String, String> hints) {
        return Autodetector.detect(
                        from,
                        to,
                        Map.of(),
                        new AnswersQuestioner(answers),
                        AutodetectOptions.defaults().withRenameHints(hints))
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }

    private static List<String> asked(ProjectState from, ProjectState to) {
        try {
            operations(from, to, Map.of(), Map.of());
            return List.of();
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).toList();
        }
    }

    /** A history from before says nothing of it. */
    @Test
    void silenceInAHistoryIsNoChange() {
        Meaning meaning = classes("Ferry", "Ship");
        Field longer = varchar("kind", 40).means(meaning);

        assertThat(operations(ships(KIND), ships(KIND.means(meaning)), Map.of(), Map.of()))
                .isEmpty();
        assertThat(operations(ships(KIND), ships(longer), Map.of(), Map.of()))
                .containsExactly(new AlterField("Ship", longer));
        assertThat(operations(ships(KIND.means(meaning)), ships(KIND), Map.of(), Map.of()))
                .containsExactly(new AlterField("Ship", KIND));
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of(ships("Ferry", "Ship"), ships("Barge", "Ferry", "Ship"), List.of()),
                Arguments.of(ships("Ferry", "Ship"), ships("Ship"), List.of()),
                Arguments.of(
                        ships("Ferry", "Ship"),
                        ships("Liner", "Ship"),
                        List.of("rename shop.Ship.kind.Ferry to Liner")),
                Arguments.of(ships("Ferry=F", "Ship"), ships("Liner=F", "Ship"), List.of()),
                Arguments.of(
                        ships("Ferry=F", "Ship=S"),
                        ships("Ferry=X", "Ship=S"),
                        List.of("rename shop.Ship.kind.F to X")),
                Arguments.of(
                        ships("Ferry=F", "Ship=S"),
                        ships("Ferry=S", "Ship=F"),
                        List.of("exchange shop.Ship.kind.F and S")),
                Arguments.of(
                        ships("Ferry=F", "Ship=S"),
                        ships("Ferry=S", "Ship=X"),
                        List.of("exchange shop.Ship.kind.F and S")),
                // Only the order of the values told of an exchange.
                Arguments.of(
                        ships(integer("kind").means(entities("Pier=1", "shop2.Buoy=2"))),
                        ships(integer("kind").means(entities("Pier=3", "shop2.Buoy=2"))),
                        List.of("rename shop.Ship.kind.1 to 3")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void onlyValuesOfOtherNamesAreAskedAbout(ProjectState from, ProjectState to, List<String> questions) {
        assertThat(asked(from, to)).isEqualTo(questions);
    }

    @Test
    void valuesFollowNamesThatTheCodeTells() {
        Field after = KIND.means(classes("Liner=L", "Ship=S"));

        assertThat(operations(ships("Ferry=F", "Ship=S"), ships(after), Map.of(), Map.of("shop.Liner", "Ferry")))
                .containsExactly(
                        new AlterField("Ship", after).replacing("F", "L").replacing("S", "S"));
    }

    /** No check stops at rows of a class that is none any more, though the question says that something does. */
    @Test
    void rowsOfAClassThatWasNotRenamedStopTheMigration() {
        Field after = KIND.means(classes("Liner", "Ship"));

        assertThat(operations(
                        ships("Ferry", "Ship"),
                        ships(after),
                        Map.of("rename shop.Ship.kind.Ferry to Liner", "no"),
                        Map.of()))
                .containsExactly(new AlterField("Ship", after).replacing("Ship", "Ship"));
    }

    @Test
    void marksOfDeletedRowsAreToldByTheirMeaning() {
        Field gone = bool("gone");
        Field deleted = gone.means(softDelete("active=false", "deleted=true"));
        Field active = gone.means(softDelete("active=true", "deleted=false"));

        assertThat(asked(ships(deleted), ships(active))).containsExactly("invert values of shop.Ship.gone");
        assertThat(asked(ships(deleted), ships(new Field[0]))).containsExactly("drop values of shop.Ship.gone");
        assertThat(asked(ships(timestamp("gone").nullable().means(softDelete())), ships(new Field[0])))
                .containsExactly("drop values of shop.Ship.gone");
        assertThat(asked(ships(gone), ships(new Field[0]))).isEmpty();
    }

    private static List<String> askedOfLists(ProjectState from, ProjectState to, int base) {
        AutodetectOptions options = AutodetectOptions.defaults()
                .withListPositions(Map.of("shop.Ship.place", List.of(new ListPosition(List.of("port"), base))));
        AnswersQuestioner questioner = new AnswersQuestioner(Map.of());
        try {
            Autodetector.detect(from, to, Map.of(), questioner, options);
            return List.of();
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).toList();
        }
    }

    /** Such a history has the check of newer lines of Hibernate, or lists that begin at 0. */
    @Test
    void positionsShiftOnlyIfListsBegunElsewhere() {
        Field port = bigint("port").nullable();
        Field silent = integer("place").nullable();
        Field one = silent.means(positions("port=1"));
        ProjectState checked = ProjectState.empty()
                .withModel(
                        "shop",
                        model("Ship")
                                .fields(bigint("id").primaryKey(), port, silent)
                                .constraints(check("ship_place_check", sql("place >= 1"))));
        String question = "shift positions of shop.Ship.place of port from ";

        assertThat(askedOfLists(ships(port, silent), ships(port, one), 1)).containsExactly(question + "0 to 1");
        assertThat(askedOfLists(ships(port, one), ships(port, one), 1)).isEmpty();
        assertThat(askedOfLists(ships(port, one), ships(port, silent), 0)).containsExactly(question + "1 to 0");
        assertThat(askedOfLists(ships(port, silent), ships(port, silent), 0)).isEmpty();
        assertThat(askedOfLists(checked, checked.updateModel(SHIP, ship -> ship.withAlteredField(one)), 1))
                .isEmpty();
        assertThat(askedOfLists(checked, ships(port, silent), 0)).containsExactly(question + "1 to 0");
    }

    private static final Field STATE = varchar("state", 9);

    /** Only the values of other converters were asked about, or nothing was. */
    @Test
    void whatAConverterStoresIsFollowedOrAskedAbout() {
        ProjectState letters = ships(STATE.means(constants("OPEN=o", "SHUT=s")));
        ProjectState words = ships(STATE.means(constants("OPEN=open", "SHUT=s")));
        ProjectState named = ships(enumeration("state", "OPEN", "SHUT"));
        ProjectState plain = ships(STATE);
        ProjectState unknown = ships(STATE.means(stored("converter=Secrets")));
        Field now = STATE.means(constants("OPEN=o", "SHUT=s"));

        assertThat(operations(named, letters, Map.of(), Map.of()))
                .containsExactly(
                        new AlterField("Ship", now).replacing("OPEN", "o").replacing("SHUT", "s"));
        assertThat(asked(words, letters)).containsExactly("translate values of shop.Ship.state");
        assertThat(asked(plain, letters)).containsExactly("keep values of shop.Ship.state");
        assertThat(asked(letters, plain)).containsExactly("keep values of shop.Ship.state");
        assertThat(asked(letters, unknown)).containsExactly("keep values of shop.Ship.state");
        assertThat(asked(unknown, plain)).containsExactly("keep values of shop.Ship.state");
        assertThat(operations(plain, letters, Map.of("keep values of shop.Ship.state", "yes"), Map.of()))
                .containsExactly(new AlterField("Ship", now));
    }

    /** One value can't become two, and two that become one are asked about. */
    @Test
    void constantsWithOneValueAreAskedAbout() {
        ProjectState merged = ships(STATE.means(constants("OPEN=o", "SHUT=s", "LOST=s")));
        ProjectState named = ships(enumeration("state", "OPEN", "SHUT", "LOST"));

        assertThat(asked(named, merged)).containsExactly("translate values of shop.Ship.state");
        assertThat(asked(merged, named)).containsExactly("keep values of shop.Ship.state");
    }

    /** The check that Hibernate makes of the values of an enumeration's converter speaks for a history that says nothing. */
    @Test
    void aHistoryWithACheckOfTheValuesIsNotAsked() {
        ProjectState former = ships(STATE)
                .updateModel(SHIP, model -> model.withConstraint(check("ship_state", sql("state in ('o', 's')"))));
        ProjectState now = ships(STATE.means(constants("OPEN=o", "SHUT=s")))
                .updateModel(SHIP, model -> model.withConstraint(check("ship_state", sql("state in ('o', 's')"))));

        assertThat(operations(former, now, Map.of(), Map.of())).isEmpty();
    }

    @Test
    void aConverterIsKnownByItsFormerName() {
        ProjectState before = ships(STATE.means(stored("converter=Secrets")));
        ProjectState now = ships(STATE.means(stored("converter=Ciphers")));

        assertThat(asked(before, now)).containsExactly("keep values of shop.Ship.state");
        assertThat(operations(before, now, Map.of(), Map.of("shop.Ship.state=Ciphers", "Secrets")))
                .containsExactly(new AlterField("Ship", STATE.means(stored("converter=Ciphers"))));
    }
}
