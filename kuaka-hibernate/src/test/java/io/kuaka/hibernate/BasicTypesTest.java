package io.kuaka.hibernate;

import static io.kuaka.state.Fields.array;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.binary;
import static io.kuaka.state.Fields.blob;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.clob;
import static io.kuaka.state.Fields.constants;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.doublePrecision;
import static io.kuaka.state.Fields.duration;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.inet;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.json;
import static io.kuaka.state.Fields.longVarbinary;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.nclob;
import static io.kuaka.state.Fields.ntext;
import static io.kuaka.state.Fields.nvarchar;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.real;
import static io.kuaka.state.Fields.smallint;
import static io.kuaka.state.Fields.sqlType;
import static io.kuaka.state.Fields.stored;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.time;
import static io.kuaka.state.Fields.timeTz;
import static io.kuaka.state.Fields.timeUtc;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.timestampTz;
import static io.kuaka.state.Fields.tinyint;
import static io.kuaka.state.Fields.type;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varbinary;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Fields.xml;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.sql.Blob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.junit.jupiter.api.Test;

/** Java types of attributes and the logical types of their columns. */
class BasicTypesTest {
    @Entity(name = "Numbers")
    static class Numbers {
        @Id
        long id;

        boolean flag;
        Boolean maybe;
        byte tiny;
        short small;
        int plain;
        Integer boxed;
        Long large;
        float single;
        double twice;

        @Column(precision = 5)
        float shortFloat;

        @Column(precision = 10)
        float longFloat;

        BigDecimal amount;

        @Column(precision = 10, scale = 4)
        BigDecimal rate;

        @Column(precision = 10)
        BigDecimal whole;

        BigInteger huge;
        Year year;
    }

    @Test
    void readsNumbers() {
        Reading.assertFields(
                Reading.model("Numbers", Numbers.class),
                bigint("id").primaryKey(),
                bool("flag"),
                bool("maybe").nullable(),
                tinyint("tiny"),
                smallint("small"),
                integer("plain"),
                integer("boxed").nullable(),
                bigint("large").nullable(),
                real("single"),
                doublePrecision("twice"),
                real("shortFloat").nullable(),
                doublePrecision("longFloat").nullable(),
                decimal("amount", 38, 2).nullable(),
                decimal("rate", 10, 4).nullable(),
                decimal("whole", 10, 0).nullable(),
                decimal("huge", 38, 0).nullable(),
                integer("year").nullable());
    }

    @Entity(name = "Texts")
    static class Texts {
        @Id
        String id;

        @Column(length = 40)
        String limited;

        @Column(length = Length.LONG32)
        String unlimited;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String longText;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 4000)
        String sizedLongText;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        String longer;

        @Lob
        String large;

        @Lob
        @Column(length = 100_000)
        String sizedLarge;

        char letter;
        Character maybeLetter;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 3)
        String code;

        @Nationalized
        String national;

        @Nationalized
        @Lob
        String nationalLarge;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        String nationalLong;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 4000)
        String sizedNationalLong;

        Currency currency;

        @Column(columnDefinition = "citext")
        String caseless;
    }

    @Test
    void readsTexts() {
        Reading.assertFields(
                Reading.model("Texts", Texts.class),
                varchar("id", 255).primaryKey(),
                varchar("limited", 40).nullable(),
                text("unlimited").nullable(),
                text("longText").nullable(),
                text("sizedLongText", 4000).nullable(),
                varchar("longer", 32_600).nullable(),
                clob("large").nullable(),
                clob("sizedLarge", 100_000).nullable(),
                character("letter", 1),
                character("maybeLetter", 1).nullable(),
                character("code", 3).nullable(),
                nvarchar("national", 255).nullable(),
                nclob("nationalLarge").nullable(),
                ntext("nationalLong").nullable(),
                ntext("sizedNationalLong", 4000).nullable(),
                varchar("currency", 3).nullable(),
                sqlType("caseless", "citext").nullable());
    }

    @Entity(name = "Times")
    static class Times {
        @Id
        long id;

        LocalDate day;
        LocalTime clock;
        LocalDateTime moment;

        @Column(secondPrecision = 3)
        LocalDateTime millis;

        @Column(secondPrecision = 6)
        LocalTime exactClock;

        Instant instant;
        OffsetDateTime offset;
        ZonedDateTime zoned;
        OffsetTime offsetClock;

        @TimeZoneStorage(TimeZoneStorageType.NATIVE)
        OffsetDateTime stored;

        @TimeZoneStorage(TimeZoneStorageType.NATIVE)
        OffsetTime storedClock;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        OffsetDateTime local;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime split;

        Duration length;

        @Column(precision = 12, scale = 3)
        Duration shortLength;
    }

    @Test
    void readsDatesAndTimesAndStatesAFractionOnlyWhereItIsUnusual() {
        Reading.assertFields(
                Reading.model("Times", Times.class),
                bigint("id").primaryKey(),
                date("day").nullable(),
                time("clock").nullable(),
                timestamp("moment").nullable(),
                timestamp("millis", 3).nullable(),
                time("exactClock", 6).nullable(),
                instant("instant").nullable(),
                instant("offset").nullable(),
                instant("zoned").nullable(),
                timeUtc("offsetClock").nullable(),
                timestampTz("stored").nullable(),
                timeTz("storedClock").nullable(),
                timestamp("local").nullable(),
                instant("split.instant").column("split").nullable(),
                integer("split.zoneOffset").column("split_tz").nullable(),
                duration("length").nullable(),
                decimal("shortLength", 12, 3).nullable().means(stored("class=Duration")));
    }

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    enum Coded {
        ONE("1"),
        TWO("2");

        @EnumeratedValue
        final String code;

        Coded(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Enums")
    static class Enums {
        @Id
        long id;

        Color position;

        @Enumerated(EnumType.STRING)
        Color name;

        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        Color shortName;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Color database;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        Color plain;

        @JdbcTypeCode(SqlTypes.INTEGER)
        Color number;

        @Enumerated(EnumType.STRING)
        Coded coded;
    }

    @Test
    void readsEnumerationsWithTheirValues() {
        ModelState model = Reading.model("Enums", Enums.class);

        Reading.assertFields(
                model,
                bigint("id").primaryKey(),
                ordinal("position", "RED", "GREEN", "BLUE").nullable(),
                enumeration("name", "RED", "GREEN", "BLUE").nullable(),
                enumeration("shortName", "RED", "GREEN", "BLUE").length(10).nullable(),
                nativeEnum("database", "Color", "RED", "GREEN", "BLUE").nullable(),
                varchar("plain", 255).nullable(),
                integer("number").nullable(),
                varchar("coded", 255).nullable().means(constants("ONE=1", "TWO=2")));
        Reading.assertConstraints(
                model,
                check("enums_plain_check", Expression.sql("plain in ('RED','GREEN','BLUE')")),
                check("enums_number_check", Expression.sql("number between 0 and 2")),
                check("enums_coded_check", Expression.sql("coded in ('1','2')")));
    }

    @Embeddable
    static class Note {
        String text;
        int weight;
    }

    @Entity(name = "Others")
    static class Others {
        @Id
        UUID id;

        @JdbcTypeCode(SqlTypes.CHAR)
        UUID textId;

        byte[] bytes;

        @Column(length = 1000)
        byte[] more;

        @Column(length = Length.LONG32)
        byte[] unlimited;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 20_000)
        byte[] sized;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 16)
        byte[] fixed;

        @Lob
        byte[] large;

        Blob locator;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        @JdbcTypeCode(SqlTypes.JSON)
        Note note;

        @JdbcTypeCode(SqlTypes.JSON)
        List<Note> notes;

        @JdbcTypeCode(SqlTypes.SQLXML)
        String xml;

        InetAddress address;
        String[] words;

        @Column(length = 20)
        List<String> shortWords;

        int[] numbers;
        Set<UUID> ids;

        @Enumerated(EnumType.STRING)
        Color[] colors;

        Color[] positions;

        @Array(length = 5)
        Long[] five;

        @Convert(converter = YesNoConverter.class)
        boolean yes;

        @Convert(converter = NumericBooleanConverter.class)
        boolean one;
    }

    @Test
    void readsBytesDocumentsAndArrays() {
        ModelState model = Reading.model("Others", Others.class, Note.class);

        Reading.assertFields(
                model,
                uuid("id").primaryKey(),
                character("textId", 36).nullable().means(stored("class=UUID")),
                varbinary("bytes", 255).nullable(),
                varbinary("more", 1000).nullable(),
                varbinary("unlimited").nullable(),
                longVarbinary("sized", 20_000).nullable(),
                binary("fixed", 16).nullable(),
                blob("large").nullable(),
                blob("locator").nullable(),
                json("json").nullable(),
                json("note").nullable(),
                json("notes").nullable(),
                xml("xml").nullable(),
                inet("address").nullable(),
                array("words", type(varchar("", 255))).nullable(),
                array("shortWords", type(varchar("", 20))).nullable(),
                array("numbers", type(integer(""))).nullable(),
                array("ids", type(uuid(""))).nullable(),
                array("colors", type(enumeration("", "RED", "GREEN", "BLUE"))).nullable(),
                array("positions", type(tinyint(""))).nullable(),
                array("five", type(bigint("")), 5).nullable(),
                character("yes", 1),
                integer("one"));
        Reading.assertConstraints(
                model,
                check("others_yes_check", Expression.sql("yes in ('N','Y')")),
                check("others_one_check", Expression.sql("one in (0,1)")));
    }

    /** Otherwise entities can't have what migrations can. */
    @Test
    void everyKindOfTypeIsRead() {
        ProjectState state =
                Reading.read(Numbers.class, Texts.class, Times.class, Enums.class, Others.class, Note.class);

        assertThat(state.models().values())
                .flatExtracting(model -> model.fields().values())
                .flatExtracting(field -> field.type().columnTypes(state))
                .extracting(ColumnType::kind)
                .containsAll(EnumSet.allOf(Kind.class));
    }
}
