package io.kuaka.executor;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what one can see that a change of the schema has run: by what is there afterwards and wasn't before, or the other way
 * round.
 *
 * <p>It is read off the statement's words, so that it covers what users wrote, too. A statement that only gives something
 * other properties has no such signs.
 *
 * @param schema the schema that the statement names; null for the connection's own
 */
record StatementEffect(@Nullable String schema, List<Sign> signs) {
    /** Kinds of things that come and go. */
    enum Kind {
        TABLE,
        SEQUENCE,
        COLUMN,
        /** An index or a constraint: databases don't agree which is which. */
        RULE,
        PRIMARY_KEY
    }

    /**
     * Something that is there after the statement, or isn't.
     *
     * @param table the table it belongs to; empty where the statement doesn't say
     */
    record Sign(Kind kind, String table, String name, boolean isThere) {
        private Sign opposite() {
            return new Sign(kind, table, name, !isThere);
        }
    }

    StatementEffect {
        signs = List.copyOf(signs);
    }

    /** Returns the effect of a statement; one without signs where there are none. */
    static StatementEffect of(String sql, SqlGrammar grammar) {
        return new Reader(sql, grammar).read();
    }

    /** Returns the effect of what isn't SQL, which nobody can see. */
    static StatementEffect none() {
        return new StatementEffect(null, List.of());
    }

    /** Reads the words of one statement. */
    private static final class Reader {
        private static final Set<String> NOISE =
                Set.of("unique", "concurrently", "if", "not", "exists", "only", "fulltext", "spatial");

        private final SqlGrammar grammar;
        private final List<SqlToken> tokens;
        private final List<Sign> signs = new ArrayList<>();
        private @Nullable String schema;
        private int next;

        Reader(String sql, SqlGrammar grammar) {
            this.grammar = grammar;
            this.tokens = SqlTokenizer.tokens(sql, SqlSyntax.STANDARD).stream()
                    .filter(SqlToken::isCode)
                    .toList();
        }

        StatementEffect read() {
            switch (word()) {
                case "create" -> create();
                case "drop" -> drop();
                case "alter" -> alter();
                case "rename" -> rename();
                default -> {}
            }
            // What goes and comes back in one statement under the same name shows nothing.
            Set<Sign> all = new HashSet<>(signs);
            signs.removeIf(sign -> all.contains(sign.opposite()));
            return new StatementEffect(schema, signs);
        }

        private void create() {
            switch (word()) {
                case "table" -> add(Kind.TABLE, "", qualified(), true);
                case "sequence" -> add(Kind.SEQUENCE, "", qualified(), true);
                case "index" -> {
                    String index = qualified();
                    word();
                    add(Kind.RULE, qualified(), index, true);
                }
                default -> {}
            }
        }

        private void drop() {
            switch (word()) {
                case "table" -> add(Kind.TABLE, "", qualified(), false);
                case "sequence" -> add(Kind.SEQUENCE, "", qualified(), false);
                case "index" -> {
                    String index = qualified();
                    add(Kind.RULE, word().equals("on") ? qualified() : "", index, false);
                }
                default -> {}
            }
        }

        private void rename() {
            if (word().equals("table")) {
                renamed(Kind.TABLE, "", qualified());
            }
        }

        private void alter() {
            switch (word()) {
                case "table" -> {
                    String table = qualified();
                    do {
                        clause(table);
                    } while (passClause());
                }
                case "sequence" -> renamedIfSo(Kind.SEQUENCE);
                case "index" -> renamedIfSo(Kind.RULE);
                default -> {}
            }
        }

        private void renamedIfSo(Kind kind) {
            String name = qualified();
            if (word().equals("rename")) {
                renamed(kind, "", name);
            }
        }

        private void clause(String table) {
            switch (word()) {
                case "add" -> added(table);
                case "drop" -> dropped(table);
                case "change" -> changed(table);
                case "rename" -> renamedPart(table);
                default -> {}
            }
        }

        private void added(String table) {
            switch (peek()) {
                case "constraint" -> {
                    word();
                    String name = name();
                    boolean isKey = peek().equals("primary");
                    add(isKey ? Kind.PRIMARY_KEY : Kind.RULE, table, isKey ? "" : name, true);
                }
                case "primary" -> add(Kind.PRIMARY_KEY, table, "", true);
                case "index", "key" -> {
                    word();
                    add(Kind.RULE, table, name(), true);
                }
                case "column" -> {
                    word();
                    add(Kind.COLUMN, table, name(), true);
                }
                case "check", "foreign", "(", "" -> {}
                default -> add(Kind.COLUMN, table, name(), true);
            }
        }

        private void dropped(String table) {
            switch (word()) {
                case "column" -> add(Kind.COLUMN, table, name(), false);
                case "primary" -> add(Kind.PRIMARY_KEY, table, "", false);
                case "foreign" -> {
                    word();
                    add(Kind.RULE, table, name(), false);
                }
                case "constraint", "index", "key", "check" -> {
                    String name = name();
                    String ofKey = grammar.primaryKeyName(new TableName(null, table));
                    boolean isKey = name.equalsIgnoreCase(ofKey);
                    add(isKey ? Kind.PRIMARY_KEY : Kind.RULE, table, isKey ? "" : name, false);
                }
                default -> {}
            }
        }

        private void changed(String table) {
            if (peek().equals("column")) {
                word();
            }
            String before = name();
            String after = name();
            if (!before.equalsIgnoreCase(after)) {
                add(Kind.COLUMN, table, before, false);
                add(Kind.COLUMN, table, after, true);
            }
        }

        private void renamedPart(String table) {
            switch (peek()) {
                case "column" -> {
                    word();
                    renamed(Kind.COLUMN, table, name());
                }
                case "constraint", "index", "key" -> {
                    word();
                    renamed(Kind.RULE, table, name());
                }
                default -> renamed(Kind.TABLE, "", table);
            }
        }

        /** The word "to" and the new name come next. */
        private void renamed(Kind kind, String table, String before) {
            word();
            add(kind, table, before, false);
            add(kind, table, qualified(), true);
        }

        private void add(Kind kind, String table, String name, boolean isThere) {
            signs.add(new Sign(kind, table, name, isThere));
        }

        /** Passes what is left of a clause, and returns whether another one follows. */
        private boolean passClause() {
            int depth = 0;
            while (next < tokens.size()) {
                SqlToken token = tokens.get(next++);
                depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
                if (depth == 0 && token.isSign(",")) {
                    return true;
                }
            }
            return false;
        }

        /** Takes the next word in lower case, without those that change nothing about what comes and goes. */
        private String word() {
            String word = peek();
            next++;
            return word;
        }

        private String peek() {
            while (next < tokens.size()
                    && NOISE.contains(lower(next))
                    && tokens.get(next).kind() == SqlToken.Kind.WORD) {
                next++;
            }
            return next < tokens.size() ? lower(next) : "";
        }

        private String lower(int index) {
            return tokens.get(index).text().toLowerCase(Locale.ROOT);
        }

        private String name() {
            peek();
            String text = next < tokens.size() ? tokens.get(next++).text() : "";
            boolean isQuoted = text.length() > 1 && "\"`".indexOf(text.charAt(0)) >= 0;
            String quote = text.substring(0, Math.min(1, text.length()));
            return isQuoted ? text.substring(1, text.length() - 1).replace(quote + quote, quote) : text;
        }

        private String qualified() {
            String name = name();
            if (next < tokens.size() && tokens.get(next).isSign(".")) {
                next++;
                schema = name;
                return name();
            }
            return name;
        }
    }
}
