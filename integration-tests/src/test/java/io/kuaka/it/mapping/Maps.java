package io.kuaka.it.mapping;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.OneToMany;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.time.Month;
import java.util.BitSet;
import java.util.Date;
import java.util.Map;
import org.hibernate.annotations.MapKeyJavaType;
import org.hibernate.annotations.MapKeyJdbcType;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.annotations.MapKeyMutability;
import org.hibernate.annotations.MapKeyType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.hibernate.type.descriptor.java.StringJavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;

/** Maps: keys that are values, embeddables or entities, of elements of all kinds. */
@SuppressWarnings("deprecation")
public final class Maps {
    private Maps() {}

    @Embeddable
    record Money(BigDecimal amount, @Column(length = 3) String currency) {}

    @Embeddable
    record Size(
            @Column(name = "width", nullable = false) int width,
            @Column(name = "height", nullable = false) int height) {}

    @Entity(name = "Shop")
    static class Shop {
        @Id
        long id;

        @ElementCollection
        Map<String, String> texts;

        @ElementCollection
        @MapKeyColumn(name = "locale", length = 10)
        @Column(name = "name", length = 100)
        Map<String, String> names;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        @Column(name = "sold")
        Map<Month, Integer> sales;

        @ElementCollection
        @MapKeyEnumerated(EnumType.ORDINAL)
        Map<Month, Money> budgets;

        @ElementCollection
        @MapKeyTemporal(TemporalType.DATE)
        Map<Date, Money> prices;

        @ElementCollection
        @AttributeOverride(name = "key.width", column = @Column(name = "w"))
        @AttributeOverride(name = "key.height", column = @Column(name = "h"))
        @AttributeOverride(name = "value", column = @Column(name = "stock"))
        Map<Size, Integer> stocks;

        @ElementCollection
        @MapKeyJoinColumn(name = "supplier_id", foreignKey = @ForeignKey(name = "fk_rating_supplier"))
        Map<Supplier, Integer> ratings;

        @ElementCollection
        @MapKeyClass(String.class)
        @MapKeyColumn(name = "raw_key", length = 30)
        @MapKeyMutability(Immutability.class)
        Map<Object, String> raw;

        @ElementCollection
        @MapKeyJdbcTypeCode(SqlTypes.BIGINT)
        @MapKeyColumn(name = "code")
        Map<Integer, String> codes;

        @ElementCollection
        @MapKeyJavaType(StringJavaType.class)
        @MapKeyColumn(name = "word", length = 20)
        Map<String, Integer> words;

        @ElementCollection
        @MapKeyJdbcType(BigIntJdbcType.class)
        @MapKeyColumn(name = "code")
        Map<Integer, String> longCodes;

        @ElementCollection
        @MapKeyType(CustomTypes.BitText.class)
        @MapKeyColumn(name = "bits", length = 32)
        Map<BitSet, String> flags;

        @ElementCollection
        @MapKeyJoinColumns({
            @MapKeyJoinColumn(name = "shelf_aisle", referencedColumnName = "aisle"),
            @MapKeyJoinColumn(name = "shelf_number", referencedColumnName = "number")
        })
        Map<Shelf, String> labels;

        @OneToMany
        @MapKey(name = "code")
        @JoinColumn(name = "shop_id")
        Map<String, Supplier> byCode;

        @ManyToMany
        @MapKeyColumn(name = "purpose", length = 20)
        Map<String, Supplier> byPurpose;

        @ManyToMany
        @JoinTable(name = "shop_substitute")
        Map<Supplier, Supplier> substitutes;
    }

    @Embeddable
    record ShelfKey(@Column(length = 5) String aisle, int number) {}

    @Entity(name = "Shelf")
    static class Shelf {
        @EmbeddedId
        ShelfKey key;
    }

    @Entity(name = "Supplier")
    static class Supplier {
        @Id
        long id;

        @Column(length = 10)
        String code;
    }
}
