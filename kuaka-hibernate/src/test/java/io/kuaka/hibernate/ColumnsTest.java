package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.sqlType;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.part;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;
import org.junit.jupiter.api.Test;

/** What a mapping says of a column or a table beyond its type, in the older forms, too. */
@SuppressWarnings("deprecation")
class ColumnsTest {
    enum Level {
        LOW,
        HIGH
    }

    @Entity(name = "Defaults")
    static class Defaults {
        @Id
        long id;

        @ColumnDefault("true")
        boolean active;

        @ColumnDefault("7")
        int count;

        @ColumnDefault("-5")
        long balance;

        @ColumnDefault("1.50")
        @Column(precision = 10, scale = 2)
        BigDecimal price;

        @ColumnDefault("'it''s'")
        String text;

        @ColumnDefault("'LOW'")
        @Enumerated(EnumType.STRING)
        Level level;

        @ColumnDefault("current_timestamp")
        Instant created;

        @ColumnDefault("random_id()")
        String code;

        @ColumnDefault("null")
        String nothing;

        @Generated(sql = "1 + 1")
        Integer databaseDefault;
    }

    @Test
    void readsDefaultsAsPortableValuesWherePossible() {
        Reading.assertFields(
                Reading.model("Defaults", Defaults.class),
                bigint("id").primaryKey(),
                bool("active").defaultTo(true),
                integer("count").defaultTo(7),
                bigint("balance").defaultTo(-5L),
                decimal("price", 10, 2).nullable().defaultTo(new BigDecimal("1.50")),
                varchar("text", 255).nullable().defaultTo("it's"),
                enumeration("level", "LOW", "HIGH").nullable().defaultTo("LOW"),
                instant("created").nullable().defaultTo(Expression.now()),
                varchar("code", 255).nullable().defaultTo(Expression.sql("random_id()")),
                varchar("nothing", 255).nullable(),
                integer("databaseDefault").nullable());
    }

    @Entity(name = "Columns")
    @Comment("All about columns")
    static class Columns {
        @Id
        long id;

        @Column(columnDefinition = "citext")
        String lenient;

        @Column(columnDefinition = "numeric(5,2) default 3 not null check (amount > 0)")
        BigDecimal amount;

        @Column(columnDefinition = "varchar(10) default 'a unique, not null' unique")
        String tricky;

        @Column(columnDefinition = "timestamp with time zone")
        Instant moment;

        @GeneratedColumn("id * 2")
        Long twice;

        @Collate("C")
        String sorted;

        @Comment("What it is for")
        String purpose;

        @Column(name = "`Quoted Name`")
        String quoted;
    }

    @Test
    void readsDefinitionsCommentsCollationsAndGeneratedColumns() {
        ModelState columns = Reading.model("Columns", Columns.class);

        assertThat(columns.comment()).isEqualTo("All about columns");
        Reading.assertFields(
                columns,
                bigint("id").primaryKey(),
                sqlType("lenient", "citext").nullable(),
                sqlType("amount", "numeric(5,2)").defaultTo(Expression.sql("3")),
                sqlType("tricky", "varchar(10)").unique().nullable().defaultTo(Expression.sql("'a unique, not null'")),
                sqlType("moment", "timestamp with time zone").nullable(),
                bigint("twice").nullable().generated(Expression.sql("id * 2")),
                varchar("sorted", 255).nullable().collation("C"),
                varchar("purpose", 255).nullable().comment("What it is for"),
                varchar("quoted", 255).column("`Quoted Name`").nullable());
        Reading.assertConstraints(columns, check("columns_amount_check", Expression.sql("amount > 0")));
    }

    @Entity(name = "Rules")
    @Table(
            schema = "shop",
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"a", "b"}),
                @UniqueConstraint(name = "rules_c", columnNames = "c"),
                @UniqueConstraint(columnNames = "d"),
                @UniqueConstraint(
                        name = "rules_late",
                        columnNames = {"a", "d"},
                        options = "deferrable initially deferred")
            },
            check = @CheckConstraint(name = "a_less_than_b", constraint = "a < b"))
    @Check(name = "b_small", constraints = "b < 100")
    @Check(constraints = "a <> 5")
    static class Rules {
        @Id
        long id;

        int a;

        @Column(check = @CheckConstraint(constraint = "b <> 7"))
        @Check(constraints = "b <> 8")
        int b;

        String c;

        String d;

        @NaturalId
        String country;

        @NaturalId
        String number;
    }

    @Test
    void readsUniqueConstraintsAndChecks() {
        ModelState rules = Reading.model("Rules", Rules.class);

        assertThat(rules.schema()).isEqualTo("shop");
        assertThat(rules.field("d").isUnique()).isTrue();
        assertThat(rules.field("c").isUnique()).isFalse();
        Reading.assertConstraints(
                rules,
                unique("rules_a_b_key").on("a", "b"),
                unique("rules_c").on("c"),
                unique("rules_late").on("a", "d").deferred(),
                unique("rules_country_number_key").on("country", "number"),
                check("rules_b_check", Expression.sql("b <> 7").and(Expression.sql("b <> 8"))),
                check("a_less_than_b", Expression.sql("a < b")),
                check("b_small", Expression.sql("b < 100")),
                check("rules_check", Expression.sql("a <> 5")));
    }

    @Entity(name = "Indexed")
    @Table(
            indexes = {
                @Index(name = "indexed_ab", columnList = "a, b desc"),
                @Index(columnList = "b"),
                @Index(name = "indexed_unique", columnList = "a, c", unique = true),
                @Index(name = "indexed_lower", columnList = "(lower(c))")
            })
    static class Indexed {
        @Id
        long id;

        int a;
        int b;
        String c;
    }

    @Test
    void readsIndexes() {
        ModelState indexed = Reading.model("Indexed", Indexed.class);

        Reading.assertIndexes(
                indexed,
                index("indexed_ab").on("a", "-b"),
                index(Names.index("Indexed", List.of("b"))).on("b"),
                index("indexed_lower").on(part(Expression.sql("lower(c)"))));
        Reading.assertConstraints(indexed, unique("indexed_unique").on("a", "c"));
    }
}
