package io.kuaka.it.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Objects;
import org.hibernate.annotations.CompositeType;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.Type;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.hibernate.type.descriptor.jdbc.SmallIntJdbcType;
import org.hibernate.usertype.CompositeUserType;
import org.hibernate.usertype.UserType;

/** Types that the application brings along. */
public final class CustomTypes {
    private CustomTypes() {}

    record Isbn(String text) implements Serializable {}

    @Converter(autoApply = true)
    static class IsbnConverter implements AttributeConverter<Isbn, String> {
        @Override
        public String convertToDatabaseColumn(Isbn isbn) {
            return isbn == null ? null : isbn.text();
        }

        @Override
        public Isbn convertToEntityAttribute(String text) {
            return text == null ? null : new Isbn(text);
        }
    }

    @Converter
    static class CentsConverter implements AttributeConverter<BigDecimal, Long> {
        @Override
        public Long convertToDatabaseColumn(BigDecimal amount) {
            return amount == null ? null : amount.movePointRight(2).longValueExact();
        }

        @Override
        public BigDecimal convertToEntityAttribute(Long cents) {
            return cents == null ? null : BigDecimal.valueOf(cents, 2);
        }
    }

    /** Bits as a text of zeros and ones. */
    public static final class BitText implements UserType<BitSet> {
        @Override
        public int getSqlType() {
            return SqlTypes.VARCHAR;
        }

        @Override
        public Class<BitSet> returnedClass() {
            return BitSet.class;
        }

        @Override
        public BitSet deepCopy(BitSet value) {
            return value == null ? null : (BitSet) value.clone();
        }

        @Override
        public boolean isMutable() {
            return true;
        }
    }

    /** A number, kept as such. */
    public static final class PlainNumber implements UserType<Long> {
        @Override
        public int getSqlType() {
            return SqlTypes.BIGINT;
        }

        @Override
        public Class<Long> returnedClass() {
            return Long.class;
        }

        @Override
        public Long deepCopy(Long value) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }
    }

    @Embeddable
    static class MoneyParts {
        @Column(precision = 12, scale = 2)
        BigDecimal amount;

        @Column(length = 3)
        String currency;
    }

    record Money(BigDecimal amount, String currency) {}

    /** Money in two columns. */
    public static final class MoneyType implements CompositeUserType<Money> {
        @Override
        public Object getPropertyValue(Money money, int property) {
            return property == 0 ? money.amount() : money.currency();
        }

        @Override
        public Money instantiate(ValueAccess values) {
            return new Money(values.getValue(0, BigDecimal.class), values.getValue(1, String.class));
        }

        @Override
        public Class<?> embeddable() {
            return MoneyParts.class;
        }

        @Override
        public Class<Money> returnedClass() {
            return Money.class;
        }

        @Override
        public boolean equals(Money first, Money second) {
            return Objects.equals(first, second);
        }

        @Override
        public int hashCode(Money money) {
            return Objects.hashCode(money);
        }

        @Override
        public Money deepCopy(Money money) {
            return money;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public Serializable disassemble(Money money) {
            return money.toString();
        }

        @Override
        public Money assemble(Serializable cached, Object owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Money replace(Money detached, Money managed, Object owner) {
            return detached;
        }
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        long id;

        @Column(length = 17)
        Isbn isbn;

        @Convert(converter = CentsConverter.class)
        BigDecimal price;

        @Convert(disableConversion = true)
        Isbn asItIs;

        @Type(BitText.class)
        @Column(length = 64)
        BitSet flags;

        @CompositeType(MoneyType.class)
        Money worth;

        @JavaType(LongJavaType.class)
        Long count;

        @JdbcType(SmallIntJdbcType.class)
        @Mutability(Immutability.class)
        Integer shelf;
    }
}
