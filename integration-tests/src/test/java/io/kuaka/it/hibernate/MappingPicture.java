package io.kuaka.it.hibernate;

import io.kuaka.expression.Expression;
import io.kuaka.it.support.Engine;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an introspector says of a database in short lines, comparable between Kuaka's migrations and Hibernate's script. */
public final class MappingPicture {
    private MappingPicture() {}

    public static List<String> of(Engine engine, List<Table> tables, List<Sequence> sequences) {
        return Stream.concat(
                        tables.stream()
                                .filter(table -> !table.name()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith("kuaka_"))
                                .flatMap(MappingPicture::lines),
                        sequences.stream().map(MappingPicture::line))
                .map(line -> MappingDifference.without(engine, line))
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    private static Stream<String> lines(Table table) {
        return Stream.of(
                        Stream.of("table" + text(" comment ", table.comment())),
                        table.columns().stream().map(MappingPicture::line),
                        table.primaryKey().isEmpty()
                                ? Stream.<String>of()
                                : Stream.of("primary key " + table.primaryKey()),
                        table.uniques().stream().map(MappingPicture::line),
                        table.checks().stream().map(MappingPicture::line),
                        table.exclusions().stream().map(Object::toString),
                        table.foreignKeys().stream().map(MappingPicture::line),
                        table.indexes().stream().map(MappingPicture::line))
                .flatMap(parts -> parts.map(part -> table.name() + ": " + part));
    }

    private static String line(Column column) {
        return "column " + column.name() + " " + column.type().name() + (column.isNullable() ? "" : " not null")
                + (column.isIdentity() ? " identity" : "")
                + text(" default ", column.defaultValue() == null ? null : sql(column.defaultValue()))
                + text(
                        " generated ",
                        column.generated() == null
                                ? null
                                : sql(column.generated().expression()))
                + (column.generated() != null && column.generated().stored() ? " stored" : "")
                + text(" collate ", column.collation())
                + text(" comment ", column.comment());
    }

    private static String line(UniqueConstraint unique) {
        return "unique " + named(unique.name()) + unique.fieldNames() + (unique.isDeferred() ? " deferred" : "")
                + (unique.isNullsNotDistinct() ? " nulls not distinct" : "");
    }

    private static String line(CheckConstraint check) {
        return "check " + named(check.name())
                + Stream.of(sql(check.condition()).split(" AND "))
                        .map(MappingPicture::bare)
                        .sorted()
                        .collect(Collectors.joining(" AND "));
    }

    private static String line(ForeignKey key) {
        return "foreign key " + named(key.name()) + key.columns() + " to " + key.target() + key.targetColumns() + " "
                + key.onDelete() + (key.isDeferred() ? " deferred" : "");
    }

    private static String line(Index index) {
        return "index " + named(index.name()) + (index.isUnique() ? "unique " : "") + text("using ", index.method())
                + index.parts().stream()
                        .map(part -> sql(part.expression()) + (part.descending() ? " desc" : ""))
                        .toList()
                + (index.condition() == null ? "" : " where " + sql(index.condition()));
    }

    private static String line(Sequence sequence) {
        return "sequence " + sequence.name() + " from " + sequence.start() + " by " + sequence.increment();
    }

    /** Returns raw SQL without the parentheses around it, of which databases keep what they got. */
    private static String sql(Expression expression) {
        String text = expression
                .toString()
                .replaceFirst("(?s)^(?:RawSql\\[sql|FieldRef\\[name)=(.*)]$", "$1")
                .replaceAll("\\s+", " ")
                .replaceAll("\\((\\S+ is (?:not )?null)\\)", "$1")
                // Positions of an enumeration, which are two comparisons in the state.
                .replaceAll("(?i)([\\w\"`]+) between (\\d+) and (\\d+)", "$1 >= $2 AND $1 <= $3")
                .replace(" and ", " AND ")
                .replaceAll("\\((\"\\w+\" [<>=]+ -?\\d+)\\)", "$1");
        return bare(text);
    }

    private static String bare(String text) {
        return text.startsWith("(") && closes(text) == text.length() - 1
                ? bare(text.substring(1, text.length() - 1))
                : text;
    }

    private static String named(String name) {
        return name == null || name.isEmpty() ? "" : name + " ";
    }

    private static int closes(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String text(String before, String value) {
        return value == null ? "" : before + value;
    }
}
