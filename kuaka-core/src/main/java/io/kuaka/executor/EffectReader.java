package io.kuaka.executor;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Effect.Kind;
import io.kuaka.schema.table.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads from the words of a user's statement what it creates, drops and renames.
 *
 * <p>A statement that it can't read has no effect to it. The effects of Kuaka's own statements are known where they are
 * made.
 */
final class EffectReader {
    private static final Set<String> NOISE =
            Set.of("unique", "nulls", "not", "distinct", "concurrently", "if", "exists", "only", "fulltext", "spatial");

    private final SqlGrammar grammar;
    private final List<SqlToken> tokens;
    private Effect effect = Effect.NONE;
    private int next;

    private EffectReader(String sql, SqlGrammar grammar) {
        this.grammar = grammar;
        this.tokens = SqlTokenizer.tokens(sql, SqlSyntax.STANDARD).stream()
                .filter(SqlToken::isCode)
                .toList();
    }

    /** Returns the effect of a statement. */
    static Effect effect(String sql, SqlGrammar grammar) {
        EffectReader reader = new EffectReader(sql, grammar);
        reader.read();
        return reader.effect;
    }

    private void read() {
        switch (word()) {
            case "create" -> create();
            case "drop" -> drop();
            case "alter" -> alter();
            case "rename" -> rename();
            default -> {}
        }
    }

    private void create() {
        switch (word()) {
            case "table" -> add(Effect.created(Kind.TABLE, qualified()));
            case "sequence" -> add(Effect.created(Kind.SEQUENCE, qualified()));
            case "index" -> {
                String index = name();
                word();
                add(Effect.created(Kind.RULE, qualified(), index));
            }
            default -> {}
        }
    }

    private void drop() {
        switch (word()) {
            case "table" -> add(Effect.dropped(Kind.TABLE, qualified()));
            case "sequence" -> add(Effect.dropped(Kind.SEQUENCE, qualified()));
            case "index" -> {
                TableName index = qualified();
                add(Effect.dropped(Kind.RULE, word().equals("on") ? qualified() : unknownTable(index), index.name()));
            }
            default -> {}
        }
    }

    private void rename() {
        if (word().equals("table")) {
            renamed(Kind.TABLE, qualified());
        }
    }

    private void alter() {
        switch (word()) {
            case "table" -> {
                TableName table = qualified();
                do {
                    clause(table);
                } while (passClause());
            }
            case "sequence" -> {
                TableName sequence = qualified();
                if (word().equals("rename")) {
                    renamed(Kind.SEQUENCE, sequence);
                }
            }
            case "index" -> {
                TableName index = qualified();
                if (word().equals("rename")) {
                    renamed(Kind.RULE, unknownTable(index), index.name());
                }
            }
            default -> {}
        }
    }

    /** Returns the table of an index if the statement doesn't name it. */
    private static TableName unknownTable(TableName index) {
        return new TableName(index.schema(), "");
    }

    private void clause(TableName table) {
        switch (word()) {
            case "add" -> added(table);
            case "drop" -> dropped(table);
            case "change" -> changed(table);
            case "rename" -> renamedPart(table);
            default -> {}
        }
    }

    private void added(TableName table) {
        switch (peek()) {
            case "constraint" -> {
                word();
                String name = name();
                boolean isNameless = peek().equals("primary") && grammar.primaryKeyName(table, name) == null;
                add(isNameless ? Effect.created(Kind.PRIMARY_KEY, table) : Effect.created(Kind.RULE, table, name));
            }
            case "primary" -> add(Effect.created(Kind.PRIMARY_KEY, table));
            case "index", "key" -> {
                word();
                add(Effect.created(Kind.RULE, table, name()));
            }
            case "column" -> {
                word();
                add(Effect.created(Kind.COLUMN, table, name()));
            }
            case "check", "foreign", "(", "" -> {}
            default -> add(Effect.created(Kind.COLUMN, table, name()));
        }
    }

    private void dropped(TableName table) {
        switch (word()) {
            case "column" -> add(Effect.dropped(Kind.COLUMN, table, name()));
            case "primary" -> add(Effect.dropped(Kind.PRIMARY_KEY, table));
            case "foreign" -> {
                word();
                add(Effect.dropped(Kind.RULE, table, name()));
            }
            case "constraint", "index", "key", "check" -> add(Effect.dropped(Kind.RULE, table, name()));
            default -> {}
        }
    }

    private void changed(TableName table) {
        if (peek().equals("column")) {
            word();
        }
        String before = name();
        String after = name();
        if (!before.equals(after)) {
            add(Effect.renamed(Kind.COLUMN, table, before, after));
        }
    }

    private void renamedPart(TableName table) {
        switch (peek()) {
            case "column" -> {
                word();
                renamed(Kind.COLUMN, table, name());
            }
            case "constraint", "index", "key" -> {
                word();
                renamed(Kind.RULE, table, name());
            }
            default -> renamed(Kind.TABLE, table);
        }
    }

    /** The word "to" and the new name come next, which stays in the schema unless it names one. */
    private void renamed(Kind kind, TableName before) {
        word();
        TableName after = qualified();
        String schema = after.schema() == null ? before.schema() : after.schema();
        add(Effect.renamed(kind, before, new TableName(schema, after.name())));
    }

    private void renamed(Kind kind, TableName table, String before) {
        word();
        add(Effect.renamed(kind, table, before, name()));
    }

    private void add(Effect more) {
        effect = effect.and(more);
    }

    /** Skips the rest of a clause, and returns whether another one follows. */
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

    /** Takes the next word in lower case, skipping those that don't matter to the effect. */
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

    /** Takes the next name, as the database stores it. */
    private String name() {
        peek();
        String text = next < tokens.size() ? tokens.get(next++).text() : "";
        boolean isQuoted = text.length() > 1 && "\"`".indexOf(text.charAt(0)) >= 0;
        String quote = text.substring(0, Math.min(1, text.length()));
        return grammar.catalogName(
                isQuoted ? "`" + text.substring(1, text.length() - 1).replace(quote + quote, quote) + "`" : text);
    }

    private TableName qualified() {
        String name = name();
        if (next < tokens.size() && tokens.get(next).isSign(".")) {
            next++;
            return new TableName(name, name());
        }
        return new TableName(null, name);
    }
}
