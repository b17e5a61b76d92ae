package io.kuaka.entity;

import static io.kuaka.entity.Jpa.hibernate;
import static io.kuaka.entity.Jpa.jakarta;
import static io.kuaka.entity.Jpa.typeCode;

import io.kuaka.entity.AnnotationText.Annotation;
import io.kuaka.entity.AnnotationText.Argument;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How an attribute has to be declared so that Hibernate, and with it Kuaka, gives its column a type.
 *
 * @param className the class of the attribute; empty for an enumeration of its own
 * @param annotations what it needs besides {@code @Column}
 * @param column what its {@code @Column} has to say about the type
 */
record BasicType(String className, List<Annotation> annotations, List<Argument> column) {
    /** The argument for fractions of seconds. */
    static final String SECONDS = "secondPrecision";

    private static final int DEFAULT_LENGTH = 255;
    private static final int DEFAULT_PRECISION = 38;
    private static final int DEFAULT_SCALE = 2;

    /** The classes of an interface's values, for each kind; a table, since only one class of a dialect switches over kinds. */
    private static final Map<Kind, Function<ColumnType, BasicType>> FORMS = forms();

    BasicType {
        annotations = List.copyOf(annotations);
        column = List.copyOf(column);
    }

    private static BasicType plain(String className, Annotation... annotations) {
        return new BasicType(className, List.of(annotations), List.of());
    }

    private static Map<Kind, Function<ColumnType, BasicType>> forms() {
        Map<Kind, Function<ColumnType, BasicType>> forms = new EnumMap<>(Kind.class);
        forms.put(Kind.BOOLEAN, type -> plain("Boolean"));
        forms.put(Kind.TINYINT, type -> plain("Byte"));
        forms.put(Kind.SMALLINT, type -> plain("Short"));
        forms.put(Kind.INTEGER, type -> plain("Integer"));
        forms.put(Kind.BIGINT, type -> plain("Long"));
        forms.put(Kind.REAL, type -> plain("Float"));
        forms.put(Kind.DOUBLE, type -> plain("Double"));
        forms.put(Kind.DECIMAL, BasicType::decimal);
        forms.put(Kind.DURATION, type -> plain("java.time.Duration"));
        forms.put(Kind.UUID, type -> plain("java.util.UUID"));
        forms.put(Kind.INET, type -> plain("java.net.InetAddress"));
        forms.put(Kind.JSON, type -> plain("String", typeCode("JSON")));
        forms.put(Kind.XML, type -> plain("String", typeCode("SQLXML")));
        texts(forms);
        times(forms);
        forms.put(Kind.ARRAY, BasicType::array);
        forms.put(Kind.ENUM, type -> plain("", enumerated("STRING")).sized(type.length()));
        forms.put(Kind.ORDINAL_ENUM, type -> plain("", enumerated("ORDINAL")));
        forms.put(Kind.NATIVE_ENUM, type -> plain("", enumerated("STRING"), typeCode("NAMED_ENUM")));
        forms.put(Kind.SQL, type -> SqlWords.of(type.requireName()));
        return forms;
    }

    private static void texts(Map<Kind, Function<ColumnType, BasicType>> forms) {
        Annotation lob = jakarta("Lob");
        Annotation national = hibernate("Nationalized");
        forms.put(Kind.CHAR, type -> plain("String", typeCode("CHAR")).stated("length", type.length()));
        forms.put(Kind.VARCHAR, type -> plain("String").sized(type.length()));
        forms.put(
                Kind.TEXT,
                type -> type.length() == ColumnType.UNSET
                        ? plain("String").unlimited()
                        : plain("String", typeCode("LONG32VARCHAR")).stated("length", type.length()));
        forms.put(Kind.CLOB, type -> plain("String", lob).stated("length", type.length()));
        forms.put(Kind.NVARCHAR, type -> plain("String", national).sized(type.length()));
        forms.put(
                Kind.NTEXT,
                type -> type.length() == ColumnType.UNSET
                        ? plain("String", national).unlimited()
                        : plain("String", typeCode("LONG32NVARCHAR")).stated("length", type.length()));
        forms.put(Kind.NCLOB, type -> plain("String", lob, national).stated("length", type.length()));
        forms.put(Kind.BINARY, type -> plain("byte[]", typeCode("BINARY")).stated("length", type.length()));
        forms.put(
                Kind.VARBINARY,
                type -> type.length() == ColumnType.UNSET
                        ? plain("byte[]").unlimited()
                        : plain("byte[]").sized(type.length()));
        forms.put(Kind.LONG_VARBINARY, type -> plain("byte[]", typeCode("LONG32VARBINARY"))
                .stated("length", type.length()));
        forms.put(Kind.BLOB, type -> plain("byte[]", lob).stated("length", type.length()));
    }

    private static void times(Map<Kind, Function<ColumnType, BasicType>> forms) {
        forms.put(Kind.DATE, type -> plain("java.time.LocalDate"));
        forms.put(Kind.TIME, type -> plain("java.time.LocalTime").fractions(type));
        forms.put(Kind.TIME_TZ, type -> plain("java.time.OffsetTime", typeCode("TIME_WITH_TIMEZONE"))
                .fractions(type));
        forms.put(Kind.TIME_UTC, type -> plain("java.time.OffsetTime", typeCode("TIME_UTC"))
                .fractions(type));
        forms.put(Kind.TIMESTAMP, type -> plain("java.time.LocalDateTime").fractions(type));
        forms.put(Kind.TIMESTAMP_TZ, type -> plain("java.time.OffsetDateTime", typeCode("TIMESTAMP_WITH_TIMEZONE"))
                .fractions(type));
        forms.put(Kind.TIMESTAMP_UTC, type -> plain("java.time.Instant").fractions(type));
    }

    /** Returns the declaration of a type. */
    static BasicType of(ColumnType type) {
        return Objects.requireNonNull(FORMS.get(type.kind()), type.kind()::name).apply(type);
    }

    private static Annotation enumerated(String how) {
        return jakarta("Enumerated").with("", AnnotationText.member(Jpa.JAKARTA + "EnumType", how));
    }

    private static BasicType decimal(ColumnType type) {
        BasicType number = plain("java.math.BigDecimal");
        boolean isUsual = type.length() == DEFAULT_PRECISION && type.scale() == DEFAULT_SCALE;
        return isUsual ? number : number.stated("precision", type.length()).stated("scale", type.scale());
    }

    private static BasicType array(ColumnType type) {
        BasicType element = of(Objects.requireNonNull(type.element()));
        List<Annotation> annotations = new ArrayList<>(element.annotations());
        if (type.length() != ColumnType.UNSET) {
            annotations.add(hibernate("Array").with("length", AnnotationText.code(String.valueOf(type.length()))));
        }
        // Hibernate refuses arrays of Byte, which could be meant as bytes.
        boolean isOfBytes = element.className().equals("Byte");
        String className = isOfBytes ? "java.util.List<Byte>" : element.className() + "[]";
        return new BasicType(className, annotations, element.column());
    }

    private BasicType sized(int length) {
        return length == DEFAULT_LENGTH ? this : stated("length", length);
    }

    /** Hibernate takes the length of {@code @Column}, 255 unless it is stated, for that of texts and bytes of any type. */
    private BasicType unlimited() {
        return with(new Argument("length", AnnotationText.member("org.hibernate.Length", "LONG32")));
    }

    private BasicType fractions(ColumnType type) {
        int digits = type.length();
        if (digits == ColumnType.UNSET || digits == ColumnType.of(type.kind()).secondDigits()) {
            return this;
        }
        return stated(SECONDS, digits);
    }

    /** Returns whether the class of an attribute says all; one for an enumeration is of the attribute's own. */
    boolean isSaidByClass() {
        return className.isEmpty() || (annotations.isEmpty() && column.isEmpty());
    }

    /** Returns the same in words of Jakarta Persistence 3.1 and Hibernate. */
    BasicType older() {
        List<Annotation> all = new ArrayList<>(annotations);
        column.stream()
                .filter(each -> each.name().equals(SECONDS))
                .forEach(each -> all.add(hibernate("FractionalSeconds").with("", each.value())));
        return new BasicType(
                className,
                all,
                column.stream().filter(each -> !each.name().equals(SECONDS)).toList());
    }

    private BasicType stated(String name, int number) {
        return number == ColumnType.UNSET
                ? this
                : with(new Argument(name, AnnotationText.code(String.valueOf(number))));
    }

    /** Returns this with one more argument of {@code @Column}. */
    BasicType with(Argument argument) {
        List<Argument> more = new ArrayList<>(column);
        more.add(argument);
        return new BasicType(className, annotations, more);
    }
}
