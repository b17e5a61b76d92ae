package io.kuaka.expression;

import io.kuaka.expression.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of columns in an expression of SQL, in one pass over its tokens.
 *
 * <p>A column is told from a keyword, a type name or a unit of time by its place: a column stands where a value is
 * expected. So a column may be named like a word that databases don't reserve, such as {@code date} or {@code first}.
 * An expression that contains anything unknown, such as a subquery, isn't understood.
 */
final class ColumnReader {
    private static final SqlToken END = new SqlToken(Kind.SPACE, "");

    private final List<SqlToken> tokens;
    private final int[] code;
    private final List<ColumnReference> found = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private int next;
    private boolean expectsValue = true;
    private boolean understands = true;

    /** An open parenthesis, bracket or {@code case}. */
    private static final class Frame {
        private final String opening;
        /** The function that the parenthesis belongs to, in lower case; empty where there is none. */
        private final String function;

        private int arguments = 1;
        /** The first argument of {@code datediff}: a date in MySQL, which has two arguments, a unit of time elsewhere. */
        private @Nullable ColumnReference unitOrColumn;

        Frame(String opening, String function) {
            this.opening = opening;
            this.function = function;
        }

        boolean isClosedBy(String closing) {
            return switch (opening) {
                case "(" -> closing.equals(")");
                case "[" -> closing.equals("]");
                default -> closing.equals("end");
            };
        }
    }

    private ColumnReader(List<SqlToken> tokens) {
        this.tokens = tokens;
        this.code = IntStream.range(0, tokens.size())
                .filter(place -> tokens.get(place).isCode())
                .toArray();
    }

    /** Returns the columns in {@code tokens}; empty if the expression isn't understood. */
    static Optional<List<ColumnReference>> read(List<SqlToken> tokens) {
        ColumnReader reader = new ColumnReader(tokens);
        while (reader.understands && reader.next < reader.code.length) {
            reader.step();
        }
        return reader.understands && reader.open.isEmpty() ? Optional.of(reader.found) : Optional.empty();
    }

    private void step() {
        SqlToken token = token(0);
        switch (token.kind()) {
            case TEXT -> passValue();
            case NUMBER -> {
                understands = expectsValue;
                passValue();
            }
            case SIGN -> sign(token.text());
            case NAME, WORD -> {
                if (expectsValue) {
                    nameOrKeyword(token);
                } else {
                    wordBehindValue(token);
                }
            }
            case SPACE, COMMENT, UNCLOSED -> understands = false;
        }
    }

    private SqlToken token(int ahead) {
        return next + ahead < code.length ? tokens.get(code[next + ahead]) : END;
    }

    private void passValue() {
        next++;
        expectsValue = false;
    }

    private void expectValue() {
        expectsValue = true;
    }

    private boolean passWord(String word) {
        boolean found = token(0).isWord(word);
        next += found ? 1 : 0;
        return found;
    }

    private void sign(String sign) {
        next++;
        switch (sign) {
            case "(", "[" -> open(sign, "");
            case ")", "]" -> close(sign);
            case "," -> argument();
            case "." -> attribute();
            case "::" -> type();
            case ";" -> understands = false;
            default -> expectValue();
        }
    }

    private void open(String opening, String function) {
        open.push(new Frame(opening, function));
        expectValue();
    }

    private void close(String closing) {
        Frame frame = open.poll();
        if (frame == null || !frame.isClosedBy(closing)) {
            understands = false;
        } else if (frame.unitOrColumn != null && frame.arguments == 2) {
            found.add(frame.unitOrColumn);
        }
        expectsValue = false;
    }

    private void argument() {
        Frame frame = open.peek();
        expectValue();
        if (frame != null) {
            frame.arguments++;
            if (frame.function.equals("convert") && token(0).kind() == Kind.WORD) {
                passToClosing();
            }
        }
    }

    /** A part of a composite value, as in {@code (address).street}. */
    private void attribute() {
        understands = !expectsValue;
        passName();
    }

    private void type() {
        passName();
        while (passWord("precision") || passWord("varying")) {
            // Types can have names of two words.
        }
        if (token(0).isSign("(")) {
            next++;
            open("(", "");
            passToClosing();
            sign(")");
        }
        while (token(0).isSign("[")) {
            next += token(1).isSign("]") ? 2 : 3;
        }
        expectsValue = false;
    }

    /** Skips a name and its qualifiers. */
    private void passName() {
        next++;
        while (token(0).isSign(".") && token(1).isName()) {
            next += 2;
        }
    }

    /** Skips everything up to the parenthesis that closes the one opened last. */
    private void passToClosing() {
        int depth = 0;
        while (next < code.length && (depth > 0 || !token(0).isSign(")"))) {
            depth += token(0).isSign("(") ? 1 : token(0).isSign(")") ? -1 : 0;
            next++;
        }
        expectsValue = false;
    }

    private void nameOrKeyword(SqlToken token) {
        String word = token.kind() == Kind.WORD ? token.lowerCase() : "";
        if (word.equals("case")) {
            next++;
            open("case", "");
        } else if (SqlWords.VALUES.contains(word)) {
            passValue();
        } else if (isNextValue(word)) {
            next += 3;
            passName();
            expectsValue = false;
        } else if (SqlWords.NO_VALUES.contains(word)) {
            understands = false;
        } else if (isBeforeValue(word)) {
            next++;
        } else if (isFollowedByName()) {
            understands = false;
        } else {
            name();
        }
    }

    /** The standard's way to take a number from a sequence. */
    private boolean isNextValue(String word) {
        boolean begins = word.equals("next") || word.equals("previous");
        return begins && token(1).isWord("value") && token(2).isWord("for");
    }

    /** Returns whether a word or the name of a type belongs to the value after it, as in {@code date '2024-02-29'}. */
    private boolean isBeforeValue(String word) {
        SqlToken follower = token(1);
        if (follower.kind() == Kind.TEXT || word.equals("not") || word.equals("when")) {
            return true;
        }
        boolean isValueNext = follower.kind() == Kind.NUMBER || isFollowedByName();
        return (isValueNext && SqlWords.BEFORE_VALUE.contains(word)) || (word.equals("array") && follower.isSign("["));
    }

    /** There is no operator between the two names, so one of them isn't a column. */
    private boolean isFollowedByName() {
        SqlToken follower = token(1);
        boolean isAmount =
                next > 0 && tokens.get(code[next - 1]).isWord("interval") && SqlWords.isUnit(follower.lowerCase());
        return switch (follower.kind()) {
            case NAME -> true;
            case WORD -> !SqlWords.followsColumn(follower.lowerCase()) && !isAmount;
            case SPACE, COMMENT, TEXT, NUMBER, SIGN, UNCLOSED -> false;
        };
    }

    private void name() {
        List<Integer> places = new ArrayList<>(List.of(code[next]));
        next++;
        while (token(0).isSign(".") && token(1).isName()) {
            places.add(code[next + 1]);
            next += 2;
        }
        if (token(0).isSign("(")) {
            next++;
            function(tokens.get(places.get(places.size() - 1)).lowerCase());
        } else if (token(0).isSign("=>") || token(0).isSign(":=")) {
            next++;
        } else if (token(0).kind() != Kind.TEXT) {
            found.add(new ColumnReference(places));
            expectsValue = false;
        }
    }

    private void function(String name) {
        open("(", name);
        boolean isWord = token(0).kind() == Kind.WORD;
        boolean isWholeArgument = isWord && token(1).isSign(",");
        if (name.equals("extract") && (token(0).isName() || token(0).kind() == Kind.TEXT)) {
            passValue();
        } else if (name.equals("trim")) {
            passTrimmedSide();
        } else if (SqlWords.FUNCTIONS_OF_SEQUENCES.contains(name) && token(0).isName()) {
            passName();
            expectsValue = false;
        } else if (isWholeArgument && SqlWords.isUnit(token(0).lowerCase())) {
            firstArgument(name);
        } else if (isWholeArgument && name.equals("get_format")) {
            passValue();
        }
    }

    private void firstArgument(String function) {
        if (SqlWords.FUNCTIONS_OF_UNITS.contains(function)) {
            passValue();
        } else if (function.equals("datediff")) {
            open.getFirst().unitOrColumn = new ColumnReference(List.of(code[next]));
            passValue();
        }
    }

    private void passTrimmedSide() {
        boolean isAlone = token(1).kind() == Kind.SIGN && !token(1).isSign("(");
        if (!isAlone && (passWord("leading") || passWord("trailing") || passWord("both"))) {
            passWord("from");
        }
    }

    private void wordBehindValue(SqlToken token) {
        String word = token.kind() == Kind.WORD ? token.lowerCase() : "";
        next++;
        if (SqlWords.BETWEEN_VALUES.contains(word)) {
            expectValue();
        } else if (!SqlWords.isBehindValue(word)) {
            followRule(word);
        }
    }

    private void followRule(String word) {
        switch (word) {
            case "is" -> predicate();
            case "similar" -> expectValueAfter("to");
            case "sounds" -> expectValueAfter("like");
            case "member" -> expectValueAfter("of");
            case "at" -> timeZone();
            case "collate", "using" -> passName();
            case "as", "returning" -> typeOfFunction();
            case "operator" -> operator();
            case "nulls" -> understands = passWord("first") || passWord("last");
            case "with", "without" -> understands = passWord("time") && passWord("zone");
            case "to" -> understands = SqlWords.isUnit(token(0).lowerCase());
            case "end" -> close(word);
            default -> understands = false;
        }
    }

    private void expectValueAfter(String word) {
        understands = passWord(word);
        expectValue();
    }

    private void timeZone() {
        if (!passWord("local")) {
            understands = passWord("time") && passWord("zone");
            expectValue();
        }
    }

    private void predicate() {
        passWord("not");
        if (token(0).isWord("distinct") && token(1).isWord("from")) {
            next += 2;
            expectValue();
        } else if (SqlWords.PREDICATES.contains(token(0).lowerCase())) {
            next++;
        } else {
            expectValue();
        }
    }

    /** The type in {@code cast(x as type)}; outside of a function {@code as} gives a name to a value of a query. */
    private void typeOfFunction() {
        Frame frame = open.peek();
        understands = frame != null && !frame.function.isEmpty();
        passToClosing();
    }

    private void operator() {
        if (token(0).isSign("(")) {
            next++;
            passToClosing();
            next++;
        }
        expectValue();
    }
}
