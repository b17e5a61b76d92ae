package io.kuaka.it.mapping;

import io.kuaka.it.mapping.CustomTypes.BitText;
import io.kuaka.it.mapping.CustomTypes.Money;
import io.kuaka.it.mapping.CustomTypes.MoneyType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.YearMonth;
import java.util.BitSet;
import org.hibernate.annotations.AttributeBinderType;
import org.hibernate.annotations.CompositeTypeRegistration;
import org.hibernate.annotations.CompositeTypeRegistrations;
import org.hibernate.annotations.ConverterRegistration;
import org.hibernate.annotations.ConverterRegistrations;
import org.hibernate.annotations.JavaTypeRegistration;
import org.hibernate.annotations.JavaTypeRegistrations;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.annotations.JdbcTypeRegistrations;
import org.hibernate.annotations.TypeBinderType;
import org.hibernate.annotations.TypeRegistration;
import org.hibernate.annotations.TypeRegistrations;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.binder.TypeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.CharJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

/** Types that are registered once for all attributes, and annotations of the application's own. */
public final class Registrations {
    private Registrations() {}

    record Color(int red, int green, int blue) {}

    /** Colours are kept as numbers. */
    public static final class ColorJavaType extends AbstractClassJavaType<Color> {
        private static final long serialVersionUID = 1L;

        public ColorJavaType() {
            super(Color.class);
        }

        @Override
        public JdbcType getRecommendedJdbcType(JdbcTypeIndicators context) {
            return context.getJdbcType(SqlTypes.INTEGER);
        }

        @Override
        public Color fromString(CharSequence text) {
            return wrapNumber(Integer.parseInt(text.toString()));
        }

        @Override
        public <X> X unwrap(Color color, Class<X> type, WrapperOptions options) {
            return type.cast((color.red() << 16) + (color.green() << 8) + color.blue());
        }

        @Override
        public <X> Color wrap(X value, WrapperOptions options) {
            return wrapNumber((Integer) value);
        }

        private static Color wrapNumber(int number) {
            return new Color(number >> 16 & 255, number >> 8 & 255, number & 255);
        }
    }

    /** Months as texts. */
    public static final class MonthConverter implements AttributeConverter<YearMonth, String> {
        @Override
        public String convertToDatabaseColumn(YearMonth month) {
            return month == null ? null : month.toString();
        }

        @Override
        public YearMonth convertToEntityAttribute(String text) {
            return text == null ? null : YearMonth.parse(text);
        }
    }

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @AttributeBinderType(binder = ShortTextBinder.class)
    @interface ShortText {
        int value();
    }

    /** Limits the text of an attribute. */
    public static final class ShortTextBinder implements AttributeBinder<ShortText> {
        @Override
        public void bind(ShortText limit, MetadataBuildingContext context, PersistentClass entity, Property property) {
            property.getColumns().forEach(column -> column.setLength(limit.value()));
        }
    }

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @TypeBinderType(binder = DescribedBinder.class)
    @interface Described {
        String value();
    }

    /** Gives a table its comment. */
    public static final class DescribedBinder implements TypeBinder<Described> {
        @Override
        public void bind(Described description, MetadataBuildingContext context, PersistentClass entity) {
            entity.getTable().setComment(description.value());
        }

        @Override
        public void bind(Described description, MetadataBuildingContext context, Component embeddable) {
            throw new UnsupportedOperationException();
        }
    }

    @Entity(name = "Paint")
    @Described("What is on the walls")
    @TypeRegistrations(@TypeRegistration(basicClass = BitSet.class, userType = BitText.class))
    @JavaTypeRegistrations(@JavaTypeRegistration(javaType = Color.class, descriptorClass = ColorJavaType.class))
    @JdbcTypeRegistrations(@JdbcTypeRegistration(value = CharJdbcType.class, registrationCode = 4242))
    @ConverterRegistrations(@ConverterRegistration(converter = MonthConverter.class))
    @CompositeTypeRegistrations(@CompositeTypeRegistration(embeddableClass = Money.class, userType = MoneyType.class))
    static class Paint {
        @Id
        long id;

        BitSet flags;

        Color color;

        @Column(length = 7)
        YearMonth made;

        Money price;

        @ShortText(30)
        String label;
    }
}
