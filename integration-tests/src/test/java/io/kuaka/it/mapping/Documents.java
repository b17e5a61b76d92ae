package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Documents and arrays within one column. */
public final class Documents {
    private Documents() {}

    @Entity(name = "Member")
    static class Member {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> properties;

        @JdbcTypeCode(SqlTypes.JSON)
        @Column(nullable = false)
        String json;

        @JdbcTypeCode(SqlTypes.SQLXML)
        String xml;

        String[] names;

        @Array(length = 5)
        String[] fewNames;

        @Column(length = 10)
        List<String> codes;

        int[] numbers;

        Set<Integer> marks;

        List<Boolean> answers;

        UUID[] traces;

        BigDecimal[] prices;

        @Column(precision = 12, scale = 3)
        BigDecimal[] rates;

        LocalDate[] days;

        Instant[] moments;

        DayOfWeek[] weekdays;

        double[] weights;
    }
}
