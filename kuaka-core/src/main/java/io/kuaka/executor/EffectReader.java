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
    private static final Set<String> OF_RULES = Set.of("unique", "fulltext", "spatial");
    /** What comes where a rule's name would be, if it has none. */
    private static final Set<String> NO_NAMES =
            Set.of("on", "using", "primary", "foreign", "unique", "check", "exclude");

    private final SqlGrammar grammar;
    private final List<SqlToken> tokens;
    private Effect effect = Effect.NONE;
    /** Whether what is being read has no name that could be looked for, as an index that the database names. */
    private boolean isNameless;

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
                String index = ruleName();
                passUntil("on");
                add(Effect.created(Kind.INDEX, qualified(), index));
            }
            default -> {}
        }
    }

    private void drop() {
        switch (word()) {
            case "table" -> each(() -> add(Effect.dropped(Kind.TABLE, qualified())));
            case "sequence" -> each(() -> add(Effect.dropped(Kind.SEQUENCE, qualified())));
            case "index" -> each(this::droppedIndex);
            default -> {}
        }
    }

    private void droppedIndex() {
        TableName index = qualified();
        boolean hasTable = peek().equals("on");
        if (hasTable) {
            word();
        }
        add(Effect.dropped(Kind.INDEX, hasTable ? qualified() : unknownTable(index), index.name()));
    }

    private void rename() {
        if (word().equals("table")) {
            each(() -> renamed(Kind.TABLE, qualified()));
        }
    }

    private void alter() {
        switch (word()) {
            case "table" -> {
                TableName table = qualified();
                each(() -> clause(table));
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
                    renamed(Kind.INDEX, unknownTable(index), index.name());
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
        if (next < tokens.size() && OF_RULES.contains(lower(next))) {
            addedIndex(table);
            return;
        }
        switch (peek()) {
            case "constraint" -> addedConstraint(table);
            case "primary" -> add(Effect.created(Kind.PRIMARY_KEY, table));
            case "index", "key" -> addedIndex(table);
            case "column" -> {
                word();
                add(Effect.created(Kind.COLUMN, table, name()));
            }
            case "check", "foreign", "exclude", "partition", "period", "system", "" -> {}
            default -> add(Effect.created(Kind.COLUMN, table, name()));
        }
    }

    private void addedConstraint(TableName table) {
        word();
        if (peek().equals("primary")) {
            add(Effect.created(Kind.PRIMARY_KEY, table));
            return;
        }
        String name = ruleName();
        boolean isPrimary = peek().equals("primary") && grammar.primaryKeyName(table, name) == null;
        Kind kind = peek().equals("foreign") ? Kind.FOREIGN_KEY : Kind.RULE;
        add(isPrimary ? Effect.created(Kind.PRIMARY_KEY, table) : Effect.created(kind, table, name));
    }

    private void addedIndex(TableName table) {
        if (Set.of("index", "key").contains(peek())) {
            word();
        }
        add(Effect.created(Kind.INDEX, table, ruleName()));
    }

    private void dropped(TableName table) {
        switch (word()) {
            case "column" -> add(Effect.dropped(Kind.COLUMN, table, name()));
            case "primary" -> add(Effect.dropped(Kind.PRIMARY_KEY, table));
            case "foreign" -> {
                word();
                add(Effect.dropped(Kind.FOREIGN_KEY, table, name()));
            }
            case "constraint", "check" -> add(Effect.dropped(Kind.RULE, table, name()));
            case "index", "key" -> add(Effect.dropped(Kind.INDEX, table, name()));
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
            case "constraint" -> {
                word();
                renamed(Kind.RULE, table, name());
            }
            case "index", "key" -> {
                word();
                renamed(Kind.INDEX, table, name());
            }
            case "to", "as", "=" -> renamed(Kind.TABLE, table);
            default -> renamedToOrOf(table);
        }
    }

    /** The name is that of a column, for PostgreSQL, or the table's new one, for MySQL. */
    private void renamedToOrOf(TableName table) {
        TableName name = qualified();
        if (peek().equals("to")) {
            renamed(Kind.COLUMN, table, name.name());
        } else {
            add(Effect.renamed(Kind.TABLE, table, name));
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
        effect = isNameless ? effect : effect.and(more);
        isNameless = false;
    }

    /** Reads what is separated by commas. */
    private void each(Runnable part) {
        do {
            part.run();
        } while (passClause());
    }

    private void passUntil(String word) {
        while (next < tokens.size() && !tokens.get(next).isWord(word)) {
            next++;
        }
        next++;
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

    /** Takes the name of an index or a constraint. */
    private String ruleName() {
        isNameless |= NO_NAMES.contains(peek());
        return name();
    }

    /** Takes the next name, as the database stores it. */
    private String name() {
        peek();
        isNameless |= next >= tokens.size() || !tokens.get(next).isName();
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
