package io.kuaka.it.data;

import static io.kuaka.expression.Expression.abs;
import static io.kuaka.expression.Expression.coalesce;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.countOf;
import static io.kuaka.expression.Expression.exists;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.length;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.maxOf;
import static io.kuaka.expression.Expression.minOf;
import static io.kuaka.expression.Expression.not;
import static io.kuaka.expression.Expression.nullIf;
import static io.kuaka.expression.Expression.outer;
import static io.kuaka.expression.Expression.part;
import static io.kuaka.expression.Expression.replace;
import static io.kuaka.expression.Expression.substring;
import static io.kuaka.expression.Expression.sumOf;
import static io.kuaka.expression.Expression.trim;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.expression.Expression.valueOf;
import static io.kuaka.expression.Expression.when;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.expression.Comparison;
import io.kuaka.expression.Condition;
import io.kuaka.expression.DatePart;
import io.kuaka.expression.Expression;
import io.kuaka.it.data.Library.Book;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions by chance, each with what it means for a book in plain Java: true, false, or null for unknown. */
final class RandomFilters {
    /** A condition and its meaning. */
    record Filter(Condition condition, Function<Book, @Nullable Boolean> meaning) {
        Filter and(Filter other) {
            return new Filter(condition.and(other.condition), book -> {
                Boolean left = meaning.apply(book);
                Boolean right = other.meaning.apply(book);
                boolean isFalse = Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right);
                return isFalse ? Boolean.FALSE : left == null || right == null ? null : Boolean.TRUE;
            });
        }

        Filter negated() {
            return new Filter(not(condition), book -> {
                Boolean value = meaning.apply(book);
                return value == null ? null : !value;
            });
        }
    }

    /** A number of a book, and its meaning. */
    private record Number(Expression expression, Function<Book, @Nullable Integer> meaning) {}

    private final Random random;
    private final Models models;
    private final List<Row> authors;

    RandomFilters(Random random, Models models) {
        this.random = random;
        this.models = models;
        this.authors = models.get("Author").orderBy("id").list();
    }

    Filter next(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(5)) {
            case 0 -> next(depth - 1).and(next(depth - 1));
            // One law of De Morgan's, so that the meaning of "or" is that of "and".
            case 1 -> or(next(depth - 1), next(depth - 1));
            case 2 -> next(depth - 1).negated();
            default -> simple();
        };
    }

    private static Filter or(Filter left, Filter right) {
        return new Filter(
                left.condition().or(right.condition()),
                left.negated().and(right.negated()).negated().meaning());
    }

    private Filter simple() {
        return switch (random.nextInt(11)) {
            case 10 -> decimals();
            case 0 -> numbers();
            case 1 -> texts();
            case 2 -> patterns();
            case 3 -> nulls();
            case 4 -> related();
            case 5 -> subqueries();
            case 6 -> moments();
            case 7 -> known(field("visible").eq(true), Book::visible, visible -> visible);
            case 8 -> rows();
            default -> between();
        };
    }

    /** A row in the place of the key of a reference, by a path of its own and within another model. */
    private Filter rows() {
        int number = random.nextInt(authors.size());
        Row author = authors.get(number);
        return switch (random.nextInt(4)) {
            case 0 -> known(field("author").eq(author), Book::author, each -> each == number);
            case 1 -> known(field("author").ne(author), Book::author, each -> each != number);
            case 2 ->
                new Filter(
                        field("author").in(authors.subList(0, number)),
                        book -> number == 0
                                ? Boolean.FALSE
                                : book.author() == null ? null : Boolean.valueOf(book.author() < number));
            default ->
                known(
                        maxOf("Review.book", field("stars"))
                                .where(field("book.author").eq(author))
                                .ge(3),
                        book -> Objects.equals(book.author(), number)
                                        && !book.stars().isEmpty()
                                ? Collections.max(book.stars())
                                : null,
                        most -> most >= 3);
        };
    }

    private Filter numbers() {
        Number number = number(1);
        int constant = random.nextInt(9) - 2;
        Comparison comparison = Comparison.values()[random.nextInt(Comparison.values().length)];
        return known(
                new Condition.Compare(comparison, number.expression(), Expression.value(constant)),
                number.meaning(),
                value -> switch (comparison) {
                    case EQ -> value == constant;
                    case NE -> value != constant;
                    case LT -> value < constant;
                    case LE -> value <= constant;
                    case GT -> value > constant;
                    case GE -> value >= constant;
                });
    }

    private Number number(int depth) {
        int constant = random.nextInt(5);
        return switch (random.nextInt(depth == 0 ? 4 : 9)) {
            case 0 -> new Number(field("pages"), Book::pages);
            case 1 ->
                new Number(
                        length(field("title")),
                        book -> book.title() == null ? null : book.title().length());
            case 2 -> new Number(countOf("Review.book"), book -> book.stars().size());
            case 3 ->
                new Number(
                        coalesce(field("pages"), constant),
                        book -> book.pages() == null ? Integer.valueOf(constant) : book.pages());
            case 4 -> combined(number(0), constant, Expression::plus, Integer::sum);
            case 5 -> combined(number(0), constant, Expression::minus, (left, right) -> left - right);
            case 6 -> combined(number(0), constant, Expression::times, (left, right) -> left * right);
            case 7 -> combined(number(0), 0, (left, none) -> abs(left), (left, none) -> Math.abs(left));
            default -> {
                Filter filter = simple();
                Number number = number(0);
                yield new Number(
                        when(filter.condition(), number.expression()).otherwise(constant),
                        book -> Boolean.TRUE.equals(filter.meaning().apply(book))
                                ? number.meaning().apply(book)
                                : Integer.valueOf(constant));
            }
        };
    }

    private static Number combined(
            Number number,
            int constant,
            BiFunction<Expression, Object, Expression> expression,
            IntBinaryOperator meaning) {
        return new Number(expression.apply(number.expression(), constant), book -> {
            Integer value = number.meaning().apply(book);
            return value == null ? null : meaning.applyAsInt(value, constant);
        });
    }

    private Filter texts() {
        String title = Library.TITLES.get(random.nextInt(Library.TITLES.size()));
        return switch (random.nextInt(7)) {
            case 0 -> known(field("title").eq(title), Book::title, title::equals);
            case 1 -> known(upper(field("title")).eq("RED FOX"), Book::title, "Red fox"::equals);
            case 2 -> known(trim(field("title")).eq("lead"), Book::title, "  lead"::equals);
            case 3 -> known(substring(field("title"), 2, 2).eq("ed"), Book::title, text -> text.startsWith("ed", 1));
            case 4 -> known(replace(field("title"), "x", "yy").eq("AyyB"), Book::title, "AxB"::equals);
            case 5 ->
                known(
                        nullIf(field("title"), title).ne("none"),
                        book -> title.equals(book.title()) ? null : book.title(),
                        text -> true);
            default ->
                known(field("title").in(title, "x"), Book::title, text -> List.of(title, "x")
                        .contains(text));
        };
    }

    private Filter patterns() {
        String part = List.of("x", "X", "a", "A", "%", "_", "\\", "[", "*", "?", "'", "d f")
                .get(random.nextInt(12));
        String small = part.toLowerCase(Locale.ROOT);
        return switch (random.nextInt(6)) {
            case 0 -> known(field("title").contains(part).matchingCase(), Book::title, text -> text.contains(part));
            case 1 -> known(field("title").startsWith(part).matchingCase(), Book::title, text -> text.startsWith(part));
            case 2 -> known(field("title").endsWith(part).matchingCase(), Book::title, text -> text.endsWith(part));
            case 3 ->
                known(field("title").contains(part).ignoringCase(), Book::title, text -> text.toLowerCase(Locale.ROOT)
                        .contains(small));
            case 4 ->
                known(field("title").startsWith(part).ignoringCase(), Book::title, text -> text.toLowerCase(Locale.ROOT)
                        .startsWith(small));
            default -> known(lower(field("author.name")).like("%n_"), Book::authorName, "Ann"::equals);
        };
    }

    private Filter nulls() {
        return switch (random.nextInt(3)) {
            case 0 -> new Filter(field("title").isNull(), book -> book.title() == null);
            case 1 -> new Filter(field("author").isNotNull(), book -> book.author() != null);
            default -> new Filter(field("author.name").isNull(), book -> book.author() == null);
        };
    }

    private Filter related() {
        int stars = 1 + random.nextInt(5);
        String word = Library.WORDS.get(random.nextInt(Library.WORDS.size()));
        return switch (random.nextInt(7)) {
            case 0 -> new Filter(exists("Review.book"), book -> !book.stars().isEmpty());
            case 1 ->
                new Filter(exists("Review.book", field("stars").ge(stars)), book -> book.stars().stream()
                        .anyMatch(each -> each >= stars));
            case 2 ->
                new Filter(exists("Book.tags.book", field("tag.word").eq(word)), book -> book.tags()
                        .contains(Library.WORDS.indexOf(word)));
            case 3 -> known(minOf("Review.book", field("stars")).lt(stars), RandomFilters::least, each -> each < stars);
            case 4 -> known(sumOf("Review.book", field("stars")).gt(stars), RandomFilters::sum, sum -> sum > stars);
            case 5 ->
                known(
                        concat(field("author.name"), "-", field("title")).eq("Ann-x"),
                        book -> book.author() == null || book.title() == null
                                ? null
                                : book.authorName() + "-" + book.title(),
                        "Ann-x"::equals);
            default ->
                known(
                        maxOf("Review.book", field("stars")).eq(stars),
                        book -> book.stars().isEmpty() ? null : Collections.max(book.stars()),
                        most -> most == stars);
        };
    }

    private static @Nullable Integer least(Book book) {
        return book.stars().isEmpty() ? null : Collections.min(book.stars());
    }

    private static @Nullable Integer sum(Book book) {
        return book.stars().isEmpty()
                ? null
                : book.stars().stream().mapToInt(each -> each).sum();
    }

    private Filter subqueries() {
        String name = Library.NAMES.get(random.nextInt(Library.NAMES.size()));
        int stars = 1 + random.nextInt(5);
        return random.nextBoolean()
                ? known(
                        field("author")
                                .in(models.get("Author")
                                        .filter(field("name").ne(name))
                                        .select("id")),
                        Book::authorName,
                        author -> !author.equals(name))
                : new Filter(
                        field("id")
                                .in(models.get("Review")
                                        .filter(field("stars").eq(stars))
                                        .select("book")),
                        book -> book.stars().contains(stars));
    }

    private Filter moments() {
        int number = random.nextInt(28);
        return switch (random.nextInt(6)) {
            case 0 ->
                known(part(DatePart.YEAR, field("published")).eq(2000), Book::published, day -> day.getYear() == 2000);
            case 1 ->
                known(
                        part(DatePart.MONTH, field("published")).lt(number),
                        Book::published,
                        day -> day.getMonthValue() < number);
            case 2 ->
                known(
                        part(DatePart.DAY, field("published")).ge(number),
                        Book::published,
                        day -> day.getDayOfMonth() >= number);
            case 3 ->
                known(part(DatePart.HOUR, field("sold")).ge(number), Book::sold, time -> time.getHour() >= number);
            case 4 ->
                known(part(DatePart.MINUTE, field("sold")).ge(number), Book::sold, time -> time.getMinute() >= number);
            default ->
                known(part(DatePart.SECOND, field("sold")).ge(number), Book::sold, time -> time.getSecond() >= number);
        };
    }

    private Filter between() {
        BigDecimal least = BigDecimal.valueOf(random.nextInt(500), 2);
        BigDecimal greatest = least.add(new BigDecimal("2.5"));
        return known(
                field("price").between(least, greatest),
                Book::price,
                price -> price.compareTo(least) >= 0 && price.compareTo(greatest) <= 0);
    }

    /** Sums of prices in cents are never exactly the constant, which SQLite's floating point numbers could miss. */
    private Filter decimals() {
        BigDecimal constant = BigDecimal.valueOf(random.nextInt(500) * 10L + 5, 3);
        return switch (random.nextInt(4)) {
            case 0 ->
                known(
                        field("price").plus(new BigDecimal("0.25")).gt(constant),
                        Book::price,
                        price -> price.add(new BigDecimal("0.25")).compareTo(constant) > 0);
            case 1 ->
                known(
                        coalesce(field("price"), constant).lt(3),
                        book -> book.price() == null ? constant : book.price(),
                        price -> price.compareTo(BigDecimal.valueOf(3)) < 0);
            case 2 ->
                known(
                        when(field("pages").isNull(), constant)
                                .otherwise(field("price"))
                                .le(constant),
                        book -> book.pages() == null ? constant : book.price(),
                        price -> price.compareTo(constant) <= 0);
            default ->
                known(
                        valueOf("Book", field("price"))
                                .where(field("id").eq(outer("id")))
                                .lt(constant),
                        Book::price,
                        price -> price.compareTo(constant) < 0);
        };
    }

    /** A condition that is unknown where a value is null. */
    private static <T> Filter known(Condition condition, Function<Book, @Nullable T> value, Predicate<T> meaning) {
        return new Filter(condition, book -> Stream.ofNullable(value.apply(book))
                .map(meaning::test)
                .findFirst()
                .orElse(null));
    }
}
