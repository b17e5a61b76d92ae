package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Year;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Truth values and numbers of all sizes. */
public final class Numbers {
    private Numbers() {}

    @Entity(name = "Measurement")
    static class Measurement {
        @Id
        long id;

        boolean valid;

        Boolean repeated;

        @JdbcTypeCode(SqlTypes.BIT)
        boolean flag;

        @Convert(converter = NumericBooleanConverter.class)
        boolean counted;

        @Convert(converter = YesNoConverter.class)
        Boolean agreed;

        @Convert(converter = TrueFalseConverter.class)
        boolean letter;

        byte tiny;

        Short small;

        int plain;

        Integer boxed;

        Long big;

        @JdbcTypeCode(SqlTypes.TINYINT)
        int narrow;

        @JdbcTypeCode(SqlTypes.BIGINT)
        int wide;

        float single;

        Double twice;

        @JdbcTypeCode(SqlTypes.REAL)
        float precise;

        @Column(precision = 10)
        double rounded;

        BigDecimal amount;

        @Column(precision = 10, scale = 4, nullable = false)
        BigDecimal rate;

        @Column(precision = 10)
        BigDecimal whole;

        @JdbcTypeCode(SqlTypes.DECIMAL)
        BigDecimal exact;

        BigInteger huge;

        @Column(precision = 20)
        BigInteger limited;

        Duration elapsed;

        @Column(precision = 10, scale = 3)
        Duration coarse;

        Year founded;
    }
}
