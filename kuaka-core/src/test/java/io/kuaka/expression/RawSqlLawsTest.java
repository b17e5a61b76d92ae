package io.kuaka.expression;

import static io.kuaka.expression.Expression.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The laws of renaming in raw SQL over thousands of random expressions, whose columns are known. */
class RawSqlLawsTest {
    /** Names that are types, units, functions and keywords in other places. */
    private static final List<String> COLUMNS =
            List.of("amount", "date", "year", "day", "lower", "first", "end_", "timestamp", "value", "text", "order_");

    @Test
    void columnsAreRenamedAndNothingElse() {
        forEach((text, column) -> assertThat(sql(text.sql()).renameColumns(Map.of(column, "new_name")))
                .as("%s in %s", column, text.sql())
                .isEqualTo(sql(text.renamed(column, "new_name"))));
    }

    @Test
    void renamingBackGivesTheSameText() {
        forEach((text, column) -> assertThat(sql(text.sql())
                        .renameColumns(Map.of(column, "new_name"))
                        .renameColumns(Map.of("new_name", column)))
                .isEqualTo(sql(text.sql())));
    }

    @Test
    void whatIsRenamedIsMentioned() {
        forEach((text, column) -> assertThat(sql(text.sql()).mentionsColumn(column))
                .as("%s in %s", column, text.sql())
                .isEqualTo(text.hasColumn(column)));
    }

    @Test
    void tablesAreRenamedBeforeColumnsAlone() {
        forEach((text, column) -> {
            RawSql raw = sql(text.sql());

            assertThat(raw.isUnderstood()).as(text.sql()).isTrue();
            assertThat(raw.renameTable("stock", "stock_level"))
                    .isEqualTo(sql(text.sql().replace("stock.", "stock_level.")));
            assertThat(raw.unqualified("stock")).isEqualTo(sql(text.sql().replace("stock.", "")));
        });
    }

    private static void forEach(BiConsumer<Text, String> law) {
        for (int seed = 0; seed < 1000; seed++) {
            Text text = new Text(new Random(seed));
            COLUMNS.forEach(column -> law.accept(text, column));
        }
    }

    /** An expression in pieces, and which of them are columns. */
    private static final class Text {
        private final Random random;
        private final List<String> pieces = new ArrayList<>();
        private final List<Boolean> columns = new ArrayList<>();

        Text(Random random) {
            this.random = random;
            condition(3);
        }

        String sql() {
            return String.join("", pieces);
        }

        /** Returns the text with the columns named {@code from} renamed, each in its own spelling. */
        String renamed(String from, String to) {
            StringBuilder sql = new StringBuilder();
            for (int i = 0; i < pieces.size(); i++) {
                String piece = pieces.get(i);
                String name = piece.replace("\"", "");
                boolean isRenamed = columns.get(i) && name.equalsIgnoreCase(from);
                String spelled = name.equals(from) ? to : to.toUpperCase(Locale.ROOT);
                sql.append(isRenamed ? piece.replace(name, spelled) : piece);
            }
            return sql.toString();
        }

        boolean hasColumn(String column) {
            return !renamed(column, "new_name").equals(sql());
        }

        private void add(String sql) {
            pieces.add(sql);
            columns.add(false);
        }

        private void column() {
            String name = any(COLUMNS);
            add(random.nextInt(6) == 0 ? "stock." : "");
            pieces.add(
                    switch (random.nextInt(4)) {
                        case 0 -> name.toUpperCase(Locale.ROOT);
                        case 1 -> "\"" + name + "\"";
                        default -> name;
                    });
            columns.add(true);
        }

        private void condition(int depth) {
            Runnable part = () -> condition(depth - 1);
            gap();
            switch (random.nextInt(depth > 0 ? 9 : 5)) {
                case 0 -> join(this::value, sql(" = ", "<>", " >= ", "<", " like "), this::value);
                case 1 -> join(this::value, sql(" is null", " is not null", " is not distinct from 1"));
                case 2 -> join(this::value, sql(" not in ("), this::value, sql(", "), this::value, sql(")"));
                case 3 -> join(this::value, sql(" between "), this::value, sql(" and "), this::value);
                case 4 -> join(sql("extract("), sql("year", "day", "value"), sql(" from "), this::value, sql(") > 1"));
                case 5 -> join(sql("not "), part);
                case 6 -> join(sql("("), part, sql(")"));
                default -> join(part, sql(" and ", " or "), part);
            }
            gap();
        }

        private void value() {
            gap();
            switch (random.nextInt(14)) {
                case 0 -> join(sql("'date'", "'it''s a day'", "$$year$$", "E'\\'amount'", "17", "2.5e3", "null"));
                case 1 -> join(sql("date '2024-02-29'", "timestamp '2024-02-29 00:00'", "interval '1' day"));
                case 2 -> join(sql("cast("), this::value, sql(" as "), sql("date", "text", "timestamp(3)"), sql(")"));
                case 3 -> join(sql("("), this::value, sql(")::"), sql("date", "text[]", "timestamp with time zone"));
                case 4 -> join(sql("lower(", "first(", "date ("), this::value, sql(")"));
                case 5 -> join(sql("coalesce("), this::value, sql(", "), this::value, sql(")"));
                case 6 -> join(sql("timestampdiff(day, "), this::value, sql(", "), this::value, sql(")"));
                case 7 -> join(sql("case when "), () -> condition(0), sql(" then "), this::value, sql(" end"));
                case 8 -> join(sql("("), this::value, sql(" + ", "||", " * ", "->>"), this::value, sql(")"));
                default -> column();
            }
            gap();
        }

        private void gap() {
            if (random.nextInt(12) == 0) {
                join(sql(" /* amount */ ", " -- date and day\n", "  "));
            }
        }

        private static void join(Runnable... parts) {
            List.of(parts).forEach(Runnable::run);
        }

        private Runnable sql(String... choices) {
            return () -> add(any(List.of(choices)));
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
