package io.kuaka.it.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enumerations by name, by position, by a value of their own, and by a converter. */
public final class Enumerations {
    private Enumerations() {}

    enum Suit {
        SPADES,
        HEARTS,
        DIAMONDS,
        CLUBS
    }

    enum Grade {
        A,
        B
    }

    enum Priority {
        LOW(10),
        HIGH(90);

        @EnumeratedValue
        final int weight;

        Priority(int weight) {
            this.weight = weight;
        }
    }

    enum Country {
        NEW_ZEALAND("NZ"),
        FRANCE("FR");

        @EnumeratedValue
        final String code;

        Country(String code) {
            this.code = code;
        }
    }

    enum Rank {
        KING,
        QUEEN
    }

    @Converter(autoApply = true)
    static class RankConverter implements AttributeConverter<Rank, String> {
        @Override
        public String convertToDatabaseColumn(Rank rank) {
            return rank == null ? null : rank.name().substring(0, 1);
        }

        @Override
        public Rank convertToEntityAttribute(String text) {
            return text == null ? null : text.equals("K") ? Rank.KING : Rank.QUEEN;
        }
    }

    @Converter
    static class SuitConverter implements AttributeConverter<Suit, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Suit suit) {
            return suit == null ? null : suit.ordinal() + 1;
        }

        @Override
        public Suit convertToEntityAttribute(Integer number) {
            return number == null ? null : Suit.values()[number - 1];
        }
    }

    @Entity(name = "Card")
    static class Card {
        @Id
        int id;

        Suit suit;

        @Enumerated(EnumType.STRING)
        Suit name;

        @Enumerated(EnumType.STRING)
        @Column(length = 10, nullable = false)
        Suit shortName;

        @Enumerated(EnumType.STRING)
        @Column(length = 1)
        Grade grade;

        @Enumerated(EnumType.ORDINAL)
        Suit position;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        Suit text;

        @JdbcTypeCode(SqlTypes.INTEGER)
        Suit number;

        @JdbcTypeCode(SqlTypes.SMALLINT)
        Suit little;

        Priority priority;

        @Enumerated(EnumType.STRING)
        Country madeIn;

        @Column(name = "`rank`")
        Rank rank;

        @Convert(converter = SuitConverter.class)
        Suit converted;

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<Suit> trumps;
    }
}
