package io.kuaka.compare;

import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.OnDelete;
import io.kuaka.state.UniqueConstraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a table with what it should be, both in the words of the same database. */
final class TableDifferences {
    /** Texts in quotes, and what is between them. */
    private static final Pattern TEXTS_AND_OTHERS = Pattern.compile("'[^']*'|[^']+");

    private final SqlGrammar grammar;
    private final Table expected;
    private final Table found;
    private final List<SchemaDifference> differences = new ArrayList<>();

    private TableDifferences(SqlGrammar grammar, Table expected, Table found) {
        this.grammar = grammar;
        this.expected = expected;
        this.found = found;
    }

    static List<SchemaDifference> between(SqlGrammar grammar, Table expected, Table found) {
        TableDifferences all = new TableDifferences(grammar, expected, found);
        all.compareColumns();
        all.compareKeys();
        all.compareRules();
        all.compare(Severity.COSMETIC, Part.TABLE, "", "comment", expected.comment(), found.comment());
        return all.differences;
    }

    private void compareColumns() {
        for (Column column : expected.columns()) {
            column(found, column.name())
                    .ifPresentOrElse(
                            other -> compare(column, other),
                            () -> add(Severity.BREAKS_APPLICATION, Part.COLUMN, column.name(), text(column), null));
        }
        for (Column column : found.columns()) {
            if (column(expected, column.name()).isEmpty()) {
                Severity severity = refusesRows(column) ? Severity.BREAKS_APPLICATION : Severity.BREAKS_MIGRATIONS;
                add(severity, Part.COLUMN, column.name(), null, text(column));
            }
        }
    }

    private Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> canonical(column.name()).equals(canonical(name)))
                .findFirst();
    }

    private String canonical(String name) {
        return grammar.catalogName(name);
    }

    /** The application doesn't know the column and gives it no value. */
    private static boolean refusesRows(Column column) {
        return !column.isNullable()
                && !column.isIdentity()
                && column.defaultValue() == null
                && column.generated() == null;
    }

    private void compare(Column column, Column other) {
        Severity nulls = column.isNullable() ? Severity.BREAKS_APPLICATION : Severity.BREAKS_MIGRATIONS;
        Severity defaults = column.defaultValue() != null
                ? Severity.BREAKS_APPLICATION
                : isInKey(column) ? Severity.BREAKS_MIGRATIONS : Severity.COSMETIC;
        Severity worst = Severity.BREAKS_APPLICATION;
        compare(worst, column, "type", type(column), type(other));
        compare(nulls, column, "nullability", nullability(column), nullability(other));
        compare(worst, column, "identity", identity(column), identity(other));
        if (!isSameNumber(column, other)) {
            compare(defaults, column, "default", sql(column.defaultValue()), sql(other.defaultValue()));
        }
        compare(worst, column, "generated value", generated(column), generated(other));
        compare(worst, column, "collation", column.collation(), other.collation());
        compare(Severity.COSMETIC, column, "comment", column.comment(), other.comment());
    }

    /** A number has as many decimal places as its column, so that a default seems to differ where only the type does. */
    private boolean isSameNumber(Column column, Column other) {
        Optional<BigDecimal> number = number(sql(column.defaultValue()));
        return !type(column).equals(type(other))
                && number.isPresent()
                && number(sql(other.defaultValue()))
                        .filter(found -> found.compareTo(number.get()) == 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> number(@Nullable String sql) {
        return Optional.ofNullable(sql)
                .filter(text -> text.matches("'?-?[0-9]+\\.[0-9]+'?"))
                .map(text -> new BigDecimal(text.replace("'", "")));
    }

    /** A later change of where ids come from would meet the numbers that the database gives by a default. */
    private boolean isInKey(Column column) {
        return expected.primaryKey().stream().map(this::canonical).anyMatch(canonical(column.name())::equals);
    }

    private void compare(
            Severity severity, Column column, String aspect, @Nullable String wanted, @Nullable String has) {
        compare(severity, Part.COLUMN, column.name(), aspect, wanted, has);
    }

    /** SQLite has columns without a type. */
    private static String type(Column column) {
        String words = column.type().requireName();
        return words.isEmpty() ? "none" : words;
    }

    private static String nullability(Column column) {
        return column.isNullable() ? "null" : "not null";
    }

    private static @Nullable String identity(Column column) {
        return column.isIdentity() ? "identity" : null;
    }

    private @Nullable String sql(@Nullable Expression value) {
        return value == null ? null : grammar.defaultOf(value);
    }

    private @Nullable String generated(Column column) {
        return column.generated() == null
                ? null
                : inOneCase(grammar.generatedClause(column.generated()).strip());
    }

    private String text(Column column) {
        return Stream.of(
                        type(column),
                        column.isNullable() ? null : nullability(column),
                        identity(column),
                        column.defaultValue() == null ? null : "default " + sql(column.defaultValue()),
                        generated(column))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private void compareKeys() {
        boolean isOtherOrder = sorted(expected.primaryKey()).equals(sorted(found.primaryKey()));
        compare(
                isOtherOrder ? Severity.BREAKS_MIGRATIONS : Severity.BREAKS_APPLICATION,
                Part.PRIMARY_KEY,
                "",
                "columns",
                columns(expected.primaryKey()),
                columns(found.primaryKey()));
        compareKeyNames(expected.primaryKeyName(), found.primaryKeyName());
        compare(
                new Sort<>(Part.FOREIGN_KEY, ForeignKey::name, key -> grammar.foreignKeyRule(spelled(key)))
                        .about(key -> grammar.foreignKeyRule(withoutActions(spelled(key)))),
                expected.foreignKeys(),
                found.foreignKeys());
    }

    private static ForeignKey withoutActions(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                OnDelete.NO_ACTION,
                OnDelete.NO_ACTION,
                false);
    }

    private void compareKeyNames(@Nullable String wanted, @Nullable String there) {
        if (wanted != null && there != null && !canonical(wanted).equals(canonical(there))) {
            compare(Severity.BREAKS_MIGRATIONS, Part.PRIMARY_KEY, "", "name", wanted, there);
        }
    }

    private List<String> sorted(List<String> key) {
        return key.stream().map(this::canonical).sorted().toList();
    }

    private @Nullable String columns(List<String> key) {
        return key.isEmpty() ? null : key.stream().map(this::canonical).collect(Collectors.joining(", "));
    }

    private void compareRules() {
        compare(
                new Sort<>(
                        Part.UNIQUE,
                        UniqueConstraint::name,
                        unique -> grammar.uniqueRule(unique.rewriteExpressions(this::spelled, this::spelled))),
                expected.uniques(),
                found.uniques());
        compare(
                new Sort<>(Part.CHECK, CheckConstraint::name, this::rule).meaning(Conditions::meaning),
                expected.checks(),
                found.checks());
        compare(
                new Sort<>(
                        Part.EXCLUSION,
                        ExclusionConstraint::name,
                        rule -> grammar.exclusionRule(rule.rewriteExpressions(this::spelled, this::spelled))),
                expected.exclusions(),
                found.exclusions());
        compare(
                new Sort<>(Part.INDEX, Index::name, this::rule).refusing(Index::isUnique),
                expected.indexes(),
                found.indexes());
    }

    private String rule(CheckConstraint check) {
        return Conditions.readable(inOneCase(grammar.checkRule(check)));
    }

    private String rule(Index index) {
        Index spelled = index.rewriteExpressions(this::spelled, this::spelled);
        return grammar.indexKind(spelled) + "index" + inOneCase(grammar.indexRule(spelled));
    }

    /** A database that ignores the case of all names keeps what people wrote; texts in quotes have their own case. */
    private String inOneCase(String sql) {
        boolean ignoresCase = canonical("`A`").equals(canonical("`a`"));
        return ignoresCase
                ? TEXTS_AND_OTHERS
                        .matcher(sql)
                        .replaceAll(part -> Matcher.quoteReplacement(
                                part.group().startsWith("'")
                                        ? part.group()
                                        : part.group().toLowerCase(Locale.ROOT)))
                : sql;
    }

    /** Where case makes no difference to the database, rules name columns as they were written. */
    private Expression spelled(Expression expression) {
        return expression.mapFields(this::spelled);
    }

    private ForeignKey spelled(ForeignKey key) {
        return key.withColumns(key.columns().stream().map(this::spelled).toList())
                .withTarget(
                        key.target(),
                        key.targetColumns().stream().map(this::spelled).toList());
    }

    private String spelled(String column) {
        return grammar.stateName(canonical(column));
    }

    /**
     * Compares parts of one sort. Those that say the same under the same name are the same; then those that say the same
     * under another; then those of the same name, or about the same.
     */
    private <T> void compare(Sort<T> sort, List<T> wanted, List<T> there) {
        List<T> open = new ArrayList<>(wanted);
        List<T> rest = new ArrayList<>(there);
        Function<T, String> name = sort.name().andThen(this::canonical);
        open.removeIf(
                each -> take(rest, has(name, each).and(has(sort.means(), each))).isPresent());
        open.removeIf(each -> {
            Optional<T> renamed = take(rest, has(sort.means(), each));
            renamed.ifPresent(other -> compare(Severity.BREAKS_MIGRATIONS, sort, each, "name", sort.name(), other));
            return renamed.isPresent();
        });
        for (T each : open) {
            take(rest, has(name, each))
                    .or(() -> take(rest, has(sort.subject(), each)))
                    .ifPresentOrElse(
                            changed -> compare(
                                    sort.severity(changed, Severity.BREAKS_MIGRATIONS),
                                    sort,
                                    each,
                                    "definition",
                                    sort.rule(),
                                    changed),
                            () -> add(
                                    sort,
                                    Severity.BREAKS_MIGRATIONS,
                                    each,
                                    sort.rule().apply(each),
                                    null));
        }
        rest.forEach(each -> add(
                sort,
                sort.severity(each, Severity.COSMETIC),
                each,
                null,
                sort.rule().apply(each)));
    }

    private <T> void compare(
            Severity severity, Sort<T> sort, T wanted, String aspect, Function<T, String> side, T has) {
        compare(severity, sort.part(), sort.name().apply(wanted), aspect, side.apply(wanted), side.apply(has));
    }

    private <T> void add(Sort<T> sort, Severity severity, T part, @Nullable String wanted, @Nullable String has) {
        add(severity, sort.part(), sort.name().apply(part), wanted, has);
    }

    private static <T> Predicate<T> has(Function<T, String> side, T part) {
        return other -> side.apply(other).equals(side.apply(part));
    }

    private static <T> Optional<T> take(List<T> parts, Predicate<T> matches) {
        Optional<T> found = parts.stream().filter(matches).findFirst();
        found.ifPresent(parts::remove);
        return found;
    }

    private void compare(
            Severity severity, Part part, String name, String aspect, @Nullable String wanted, @Nullable String has) {
        if (!Objects.equals(wanted, has)) {
            differences.add(new SchemaDifference(severity, part, expected.name(), name, aspect, false, wanted, has));
        }
    }

    private void add(Severity severity, Part part, String name, @Nullable String wanted, @Nullable String has) {
        differences.add(new SchemaDifference(severity, part, expected.name(), name, "", false, wanted, has));
    }

    /**
     * How parts of one sort are compared.
     *
     * @param rule what a part says
     * @param means what that means
     * @param subject what a part is about, of which there is usually one
     * @param refusesRows whether a part that isn't expected may refuse rows
     */
    private record Sort<T>(
            Part part,
            Function<T, String> name,
            Function<T, String> rule,
            Function<T, String> means,
            Function<T, String> subject,
            Predicate<T> refusesRows) {
        Sort(Part part, Function<T, String> name, Function<T, String> rule) {
            this(part, name, rule, rule, rule, each -> true);
        }

        Sort<T> meaning(UnaryOperator<String> meaning) {
            return new Sort<>(part, name, rule, rule.andThen(meaning), subject, refusesRows);
        }

        Sort<T> about(Function<T, String> newSubject) {
            return new Sort<>(part, name, rule, means, newSubject, refusesRows);
        }

        Sort<T> refusing(Predicate<T> newRefusesRows) {
            return new Sort<>(part, name, rule, means, subject, newRefusesRows);
        }

        Severity severity(T found, Severity otherwise) {
            return refusesRows.test(found) ? Severity.BREAKS_APPLICATION : otherwise;
        }
    }
}
