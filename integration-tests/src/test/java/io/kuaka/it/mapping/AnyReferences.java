package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.util.List;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorImplicitValues;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyDiscriminatorValues;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJavaType;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;

/** References to entities of different classes. */
public final class AnyReferences {
    private AnyReferences() {}

    @Entity(name = "Photo")
    static class Photo {
        @Id
        long id;
    }

    @Entity(name = "Song")
    static class Song {
        @Id
        long id;
    }

    @Entity(name = "Favourite")
    static class Favourite {
        @Id
        long id;

        @Any
        @AnyDiscriminator(DiscriminatorType.STRING)
        @AnyDiscriminatorValues({
            @AnyDiscriminatorValue(discriminator = "P", entity = Photo.class),
            @AnyDiscriminatorValue(discriminator = "S", entity = Song.class)
        })
        @AnyKeyJavaClass(Long.class)
        @Column(name = "item_type", length = 10)
        @JoinColumn(name = "item_id")
        Object item;

        @Any(optional = false)
        @AnyDiscriminator(DiscriminatorType.INTEGER)
        @AnyDiscriminatorValue(discriminator = "1", entity = Photo.class)
        @AnyDiscriminatorValue(discriminator = "2", entity = Song.class)
        @AnyKeyJavaType(LongJavaType.class)
        @AnyKeyJdbcTypeCode(SqlTypes.BIGINT)
        @Column(name = "cover_type")
        @JoinColumn(name = "cover_id")
        Object cover;

        @Any
        @AnyDiscriminator
        @AnyDiscriminatorImplicitValues(AnyDiscriminatorImplicitValues.Strategy.SHORT_NAME)
        @AnyKeyJavaClass(Long.class)
        @AnyKeyJdbcType(BigIntJdbcType.class)
        @Column(name = "other_type")
        @JoinColumn(name = "other_id")
        Object other;

        @ManyToAny
        @AnyDiscriminator(DiscriminatorType.STRING)
        @AnyDiscriminatorValue(discriminator = "P", entity = Photo.class)
        @AnyDiscriminatorValue(discriminator = "S", entity = Song.class)
        @AnyKeyJavaClass(Long.class)
        @Column(name = "more_type", length = 10)
        @JoinTable(
                name = "favourite_more",
                joinColumns = @JoinColumn(name = "favourite_id"),
                inverseJoinColumns = @JoinColumn(name = "more_id"))
        List<Object> more;
    }
}
