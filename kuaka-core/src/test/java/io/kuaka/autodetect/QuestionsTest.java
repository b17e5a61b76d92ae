package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.expression.Expression;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.MoveModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Django guesses without a terminal and loses data; here questions stay open until somebody answers them. */
class QuestionsTest {
    private static final ModelKey BOOK = new ModelKey("shop", "Book");
    private static final Field ID = bigint("id").primaryKey().identity();
    private static final ProjectState SHOP =
            ProjectState.empty().withModel("shop", model("Book").fields(ID, varchar("title", 100)));
    private static final ProjectState RENAMED = SHOP.renameField(BOOK, "title", "heading");

    @Test
    void withoutATerminalARenameIsNotGuessed() {
        OpenQuestionsException open = open(RENAMED);

        assertThat(open.questions()).extracting(OpenQuestion::key).containsExactly("rename shop.Book.title to heading");
        assertThat(open)
                .hasMessageContaining("Was the field \"title\" of \"shop.Book\" renamed to \"heading\"?")
                .hasMessageContaining("--answers FILE")
                .hasMessageContaining("--write-questions FILE")
                .hasMessageContaining("@RenamedFrom(\"title\")");
    }

    @Test
    void allOpenQuestionsAreListedAtOnce() {
        ProjectState to = RENAMED.updateModel(BOOK, model -> model.withField(integer("pages")));

        assertThat(open(to).questions())
                .extracting(OpenQuestion::key)
                .containsExactly("rename shop.Book.title to heading", "default shop.Book.pages");
    }

    @Test
    void answersSettleTheQuestions() {
        ProjectState to = RENAMED.updateModel(BOOK, model -> model.withField(integer("pages")));
        String file = Answers.write(open(to).questions());

        String filledIn = file.replace("to heading =", "to heading = yes").replace("Book.pages =", "Book.pages = 0");

        assertThat(operations(to, Answers.parse(filledIn)))
                .containsExactly(
                        new RenameField("Book", "title", "heading"),
                        new AddField("Book", integer("pages"), Expression.value(0)));
    }

    @Test
    void aFileThatNobodyFilledInAnswersNothing() {
        String file = Answers.write(open(RENAMED).questions());

        assertThat(Answers.parse(file)).isEmpty();
    }

    @Test
    void noLeadsToTheNextQuestion() {
        Map<String, String> answers = Answers.parse("rename shop.Book.title to heading = no");

        AnswersQuestioner questioner = new AnswersQuestioner(answers);
        OpenQuestionsException open =
                catchThrowableOfType(OpenQuestionsException.class, () -> detect(RENAMED, questioner, Map.of()));

        assertThat(open.questions()).extracting(OpenQuestion::key).containsExactly("default shop.Book.heading");
        assertThat(operations(
                        RENAMED,
                        Answers.parse("rename shop.Book.title to heading = no\ndefault shop.Book.heading = 'none'")))
                .containsExactly(
                        new RemoveField("Book", "title"),
                        new AddField("Book", varchar("heading", 100), Expression.value("none")));
    }

    @Test
    void hintsInTheCodeSettleRenamesOfFields() {
        assertThat(operations(RENAMED, AnswersQuestioner.withoutAnswers(), Map.of("shop.Book.heading", "title")))
                .containsExactly(new RenameField("Book", "title", "heading"));
    }

    @Test
    void hintsInTheCodeSettleRenamesOfModels() {
        ProjectState to = SHOP.renameModel(BOOK, BOOK.sibling("Novel"));

        assertThat(operations(to, AnswersQuestioner.withoutAnswers(), Map.of("shop.Novel", "Book")))
                .containsExactly(new RenameModel("Book", "Novel"));
    }

    @Test
    void hintsInTheCodeSettleMovesToAnotherApp() {
        ProjectState to = SHOP.renameModel(BOOK, new ModelKey("library", "Novel"));

        assertThat(operations(to, AnswersQuestioner.withoutAnswers(), Map.of("library.Novel", "shop.Book")))
                .containsExactly(new MoveModel("shop.Book", "library.Novel"));
    }

    @Test
    void aHintThatWasFollowedLongAgoSaysNothing() {
        assertThat(operations(
                        SHOP,
                        AnswersQuestioner.withoutAnswers(),
                        Map.of("shop.Book.title", "name", "shop.Book", "Novel")))
                .isEmpty();
    }

    /** The table's name and both columns follow the entity and the attribute, and its rows would have gone unasked. */
    @Test
    void aJoinTableIsAskedAboutThoughItsEntityWasRenamedToo() {
        ProjectState pens = SHOP.withModel("shop", model("Pen").fields(ID));
        ProjectState from = pens.withModel("shop", joinTable("doctors", "Shop_Book", "Shop_id", "Book"));
        ProjectState to = pens.withModel("shop", joinTable("staff", "Store_Book", "Store_id", "Book"));
        ProjectState others = pens.withModel("shop", joinTable("staff", "Store_Pen", "Store_id", "Pen"));

        assertThat(openQuestions(from, to)).containsExactly("rename shop.Book.doctors to Book.staff");
        assertThat(openQuestions(from, others)).isEmpty();
    }

    /** The keys in its rows are those of the former target; they referred to whatever had the same ones. */
    @Test
    void aJoinTableThatRefersToAnotherModelIsAskedAbout() {
        ProjectState shop = SHOP.withModel("shop", model("Pen").fields(ID))
                .withModel("shop", model("Mug").fields(ID));
        ProjectState from = shop.withModel("shop", joinTable("gifts", "Book_gifts", "Book_id", "Pen"));
        ProjectState to = shop.withModel("shop", joinTable("gifts", "Book_gifts", "Book_id", "Mug"));
        String question = "drop rows of shop.Book.gifts";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, answering(question, "yes"), Map.of()))
                .containsExactly(
                        new DeleteModel("Book.gifts"), new CreateModel(to.model(new ModelKey("shop", "Book.gifts"))));
        assertThat(operations(from, to, answering(question, "no"), Map.of()))
                .singleElement()
                .isInstanceOf(AlterField.class);
    }

    @Test
    void aJoinTableWhoseModelWasRenamedRefersToTheSameOne() {
        ProjectState from = SHOP.withModel("shop", model("Pen").fields(ID))
                .withModel("shop", joinTable("gifts", "Book_gifts", "Book_id", "Pen"));
        ProjectState to = SHOP.withModel("shop", model("Quill").fields(ID))
                .withModel("shop", joinTable("gifts", "Book_gifts", "Book_id", "Quill"));

        assertThat(operations(from, to, answering("rename shop.Pen to Quill", "yes"), Map.of()))
                .containsExactly(new RenameModel("Pen", "Quill"));
    }

    private static Questioner answering(String question, String answer) {
        return new AnswersQuestioner(Map.of(question, answer));
    }

    private static ModelState joinTable(String attribute, String table, String owner, String target) {
        return model("Book." + attribute)
                .table(table)
                .fields(
                        reference("owner", "shop.Book").column(owner).primaryKey(),
                        reference("element", "shop." + target)
                                .column(attribute + "_id")
                                .primaryKey());
    }

    private static List<String> openQuestions(ProjectState from, ProjectState to) {
        AnswersQuestioner questioner = AnswersQuestioner.withoutAnswers();
        try {
            operations(from, to, questioner, Map.of());
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).toList();
        }
        return List.of();
    }

    @Test
    void theLikeliestFieldIsAskedAboutFirst() {
        ProjectState from = ProjectState.empty()
                .withModel(
                        "shop",
                        model("Book")
                                .fields(ID, varchar("author", 100), varchar("full_title", 100), instant("printed")));
        ProjectState to = ProjectState.empty().withModel("shop", model("Book").fields(ID, varchar("title", 200)));
        List<String> asked = new ArrayList<>();

        Autodetector.detect(from, to, Map.of(), new Asking(asked), AutodetectOptions.defaults());

        assertThat(asked.get(0)).isEqualTo("full_title");
        assertThat(asked).doesNotContain("printed");
    }

    @Test
    void nullsMayBeLeftToSomebodyElse() {
        Field nullable = varchar("isbn", 13).nullable();
        Field required = varchar("isbn", 13);
        ProjectState from = SHOP.updateModel(BOOK, model -> model.withField(nullable));
        ProjectState to = SHOP.updateModel(BOOK, model -> model.withField(required));
        Map<String, String> answers = Map.of("default shop.Book.isbn", "ignore");

        assertThat(operations(from, to, new AnswersQuestioner(answers), Map.of()))
                .containsExactly(new AlterField("Book", required));
    }

    @Test
    void valuesAreWrittenAsInSqlOrByName() {
        assertThat(Answers.value("q", "'it''s'")).isEqualTo(Expression.value("it's"));
        assertThat(Answers.value("q", "42")).isEqualTo(Expression.value(42));
        assertThat(Answers.value("q", "9876543210")).isEqualTo(Expression.value(9_876_543_210L));
        assertThat(Answers.value("q", "-1.50")).isEqualTo(Expression.value(new java.math.BigDecimal("-1.50")));
        assertThat(Answers.value("q", "true")).isEqualTo(Expression.value(true));
        assertThat(Answers.value("q", "now")).isEqualTo(Expression.now());
        assertThat(Answers.value("q", "sql lower(title)")).isEqualTo(Expression.sql("lower(title)"));
    }

    @Test
    void anAnswerThatSaysNothingNamesTheWayOut() {
        assertThatThrownBy(() -> Answers.value("default shop.Book.isbn", "none"))
                .hasMessageContaining("default shop.Book.isbn = none")
                .hasMessageContaining("'text' | 42 | true | now | sql EXPRESSION");
        assertThatThrownBy(() -> Answers.parse("whatever")).hasMessageContaining("question = answer");
    }

    /** It was found by the database only, at the second row. */
    @Test
    void aConstantIsNoValueForTheRowsOfANewUniqueField() {
        Field code = varchar("code", 20).unique();

        assertThatThrownBy(() -> Answers.valueOfNew("default shop.Book.code", "'x'", code))
                .hasMessage(
                        "Invalid answer \"default shop.Book.code = 'x'\": it gives all rows one value, but \"code\" is"
                                + " unique: write sql and an expression that differs from row to row, as in sql 'x' || id.");
        assertThat(Answers.valueOfNew("default shop.Book.code", "sql 'x' || id", code))
                .isEqualTo(Expression.sql("'x' || id"));
        assertThat(Questions.notNullAddition(new ModelKey("shop", "Book"), code).choices())
                .isEqualTo("sql EXPRESSION");
    }

    private static OpenQuestionsException open(ProjectState to) {
        return catchThrowableOfType(
                OpenQuestionsException.class, () -> detect(to, AnswersQuestioner.withoutAnswers(), Map.of()));
    }

    /** Only an expression was accepted, in which somebody had to count the rows. */
    @Test
    void rowsAreNumberedFromOneForANewGeneratedKey() {
        Field title = varchar("title", 9);
        Field id = bigint("id").primaryKey();
        ProjectState from =
                SHOP.withModel("shop", model("Shelf").table("shelves").fields(title.primaryKey()));
        ProjectState to = SHOP.withModel("shop", model("Shelf").table("shelves").fields(title, id))
                .withSequence("shop", Sequence.sequence("shelves_SEQ"));

        OpenQuestionsException open = catchThrowableOfType(
                OpenQuestionsException.class, () -> operations(from, to, AnswersQuestioner.withoutAnswers(), Map.of()));
        assertThat(open.questions())
                .extracting(OpenQuestion::text, OpenQuestion::choices)
                .containsExactly(tuple(
                        "The new field \"id\" of \"shop.Shelf\" is the key of its rows, which have no number so far."
                                + " Which number does each get? numbered counts them from 1, in the order of their values.",
                        "numbered | sql EXPRESSION"));
        assertThat(operations(from, to, new AnswersQuestioner(Map.of("default shop.Shelf.id", "numbered")), Map.of()))
                .contains(new AddField(
                        "Shelf",
                        id,
                        Expression.rowNumber("shelves", List.of(), List.of("title"))
                                .plus(1)));
    }

    private static List<Operation> operations(ProjectState to, Map<String, String> answers) {
        return operations(to, new AnswersQuestioner(answers), Map.of());
    }

    private static List<Operation> operations(ProjectState to, Questioner questioner, Map<String, String> hints) {
        return operations(SHOP, to, questioner, hints);
    }

    private static List<Operation> operations(
            ProjectState from, ProjectState to, Questioner questioner, Map<String, String> hints) {
        AutodetectOptions options = AutodetectOptions.defaults().withRenameHints(hints);
        return Autodetector.detect(from, to, Map.of(), questioner, options).values().stream()
                .flatMap(List::stream)
                .flatMap(node -> node.operations().get().stream())
                .toList();
    }

    private static Stream<Operation> detect(ProjectState to, Questioner questioner, Map<String, String> hints) {
        return operations(to, questioner, hints).stream();
    }

    /** Notes what it is asked about, and says no. */
    private record Asking(List<String> asked) implements Questioner {
        @Override
        public Expression notNullAddition(ModelKey model, Field field) {
            return Expression.value("");
        }

        @Override
        public java.util.Optional<Expression> notNullAlteration(ModelKey model, Field field) {
            return java.util.Optional.empty();
        }

        @Override
        public boolean fieldRename(ModelKey model, Field before, Field now) {
            asked.add(before.name());
            return false;
        }

        @Override
        public boolean modelRename(ModelKey before, ModelKey now) {
            return false;
        }

        @Override
        public boolean valuesDropped(ModelKey model, List<String> columns) {
            asked.add("drop " + model + " " + columns);
            return true;
        }

        @Override
        public boolean valuesLeft(ModelKey from, ModelKey to, List<String> columns) {
            asked.add("move " + columns);
            return true;
        }

        @Override
        public boolean linksDropped(String app, String from, String to) {
            asked.add("drop " + from);
            return true;
        }

        @Override
        public boolean linksCopied(String app, String from, String to) {
            asked.add(from);
            return false;
        }

        @Override
        public boolean redirection(ModelKey model, Field reference, ModelKey before) {
            asked.add(model.name());
            return false;
        }
    }
}
