package io.kuaka.compare;

import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.source.JavaWords;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.Field;
import io.kuaka.state.Names;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types that the words of a catalog don't tell: enumerations, and arrays of what the words tell. */
final class GuessedTypes {
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern ENUM =
            Pattern.compile("enum\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ARRAY =
            Pattern.compile("(.+?)(?:\\[]| array(?:\\[(\\d+)])?)", Pattern.CASE_INSENSITIVE);

    /** The elements whose class says their type; an annotation would be meant for the whole array. */
    private static final Set<Kind> ELEMENTS = EnumSet.of(
            Kind.BOOLEAN,
            Kind.TINYINT,
            Kind.SMALLINT,
            Kind.INTEGER,
            Kind.BIGINT,
            Kind.REAL,
            Kind.DOUBLE,
            Kind.DECIMAL,
            Kind.VARCHAR,
            Kind.DATE,
            Kind.TIMESTAMP,
            Kind.TIMESTAMP_UTC,
            Kind.UUID);

    /** H2 says it of arrays without a length. */
    private static final String LONGEST_ARRAY = "65536";

    /** The length that the text of an enumeration has unless it is stated. */
    private static final int DEFAULT_LENGTH = 255;

    /** What a database writes around the values of a column besides its name. */
    private static final Set<String> AROUND =
            Set.of("in", "any", "array", "text", "character", "varying", "varchar", "bpchar", "char", "or");

    private final SchemaNames names;
    private final Map<String, List<String>> enumerations;
    private final Set<String> implied = new HashSet<>();

    GuessedTypes(SchemaNames names, Map<String, List<String>> enumerations) {
        this.names = names;
        this.enumerations = enumerations;
    }

    /** Returns the type that a column probably has; empty if its words say it all. */
    Optional<ColumnType> of(Table table, Column column, Field field, FoundTypes types) {
        String words = column.type().requireName();
        List<String> values = enumerations.get(words);
        if (values != null) {
            return Optional.of(ColumnType.nativeEnum(words, values)).filter(type -> areNames(values));
        }
        Matcher inline = ENUM.matcher(words);
        if (inline.matches()) {
            List<String> texts = texts(inline.group(1));
            return Optional.of(texts)
                    .filter(GuessedTypes::areNames)
                    .map(each -> ColumnType.enumeration(Kind.ENUM, each));
        }
        Matcher array = ARRAY.matcher(words);
        if (array.matches()) {
            String length = array.group(2);
            return Optional.of(types.of(array.group(1)))
                    .filter(element -> ELEMENTS.contains(element.kind()))
                    .map(ColumnType::array)
                    .map(type -> length == null || length.equals(LONGEST_ARRAY)
                            ? type
                            : type.withLength(Integer.parseInt(length)));
        }
        return checked(table, column, field);
    }

    /** A text with a check of its values, under the name that the check of an enumeration has. */
    private Optional<ColumnType> checked(Table table, Column column, Field field) {
        boolean isText = field.type() instanceof ColumnType type
                && type.kind() == Kind.VARCHAR
                && type.family() == TypeFamily.TEXT;
        String name = Names.check(names.written(table.name().name()), field.columns());
        Optional<CheckConstraint> check = table.checks().stream()
                .filter(each -> isText && names.isSame(each.name(), name))
                .filter(each -> isOfValues(each.condition().toString(), column.name()))
                .findFirst();
        Optional<List<String>> values =
                check.map(each -> texts(each.condition().toString())).filter(GuessedTypes::areNames);
        values.ifPresent(
                each -> implied.add(table.name() + "." + check.orElseThrow().name()));
        int length = field.type() instanceof ColumnType type ? type.length() : ColumnType.UNSET;
        return values.map(each -> ColumnType.enumeration(Kind.ENUM, each))
                .map(type -> length == DEFAULT_LENGTH ? type : type.withLength(length));
    }

    /** Returns whether a check follows from the type of its column. */
    boolean implied(Table table, String check) {
        return implied.contains(table.name() + "." + check);
    }

    private static boolean isOfValues(String condition, String column) {
        String rest = TEXT.matcher(condition.replaceFirst("(?s)^RawSql\\[sql=(.*)]$", "$1"))
                .replaceAll(" ");
        if (!rest.matches("[\\w\\s\"`(),=\\[\\]:]*")) {
            return false;
        }
        for (String word : rest.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            if (!word.isEmpty() && !AROUND.contains(word) && !word.equalsIgnoreCase(column)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = TEXT.matcher(sql);
        while (matcher.find()) {
            texts.add(matcher.group(1).replace("''", "'"));
        }
        return texts;
    }

    /** The constants of an enumeration in Java are called as its values are. */
    private static boolean areNames(List<String> values) {
        return !values.isEmpty()
                && values.stream().distinct().count() == values.size()
                && values.stream().allMatch(JavaWords::isName);
    }
}
