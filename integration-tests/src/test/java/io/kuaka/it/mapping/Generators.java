package io.kuaka.it.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.GenericGenerators;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.Parameter;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

/** Where ids come from. */
@SuppressWarnings({"deprecation", "removal"})
public final class Generators {
    private Generators() {}

    @Entity(name = "Numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "SmallNumbered")
    static class SmallNumbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "Automatic")
    static class Automatic {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Sequenced")
    @SequenceGenerators(
            @SequenceGenerator(
                    name = "sequenced",
                    sequenceName = "sequenced_numbers",
                    initialValue = 100,
                    allocationSize = 1))
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sequenced")
        int id;
    }

    @Entity(name = "Pooled")
    @SequenceGenerator(name = "pooled", sequenceName = "pooled_numbers", allocationSize = 20)
    static class Pooled {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pooled")
        long id;
    }

    @Entity(name = "Tabled")
    static class Tabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity(name = "OwnTable")
    @TableGenerators(
            @TableGenerator(
                    name = "own",
                    table = "number_ranges",
                    pkColumnName = "range_name",
                    valueColumnName = "range_value",
                    pkColumnValue = "own",
                    initialValue = 5,
                    allocationSize = 10))
    static class OwnTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "own")
        Long id;
    }

    @Entity(name = "SharedTable")
    static class SharedTable {
        @Id
        @TableGenerator(
                name = "shared",
                table = "number_ranges",
                pkColumnName = "range_name",
                valueColumnName = "range_value")
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "shared")
        Long id;
    }

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @IdGeneratorType(SequenceStyleGenerator.class)
    @interface Counter {}

    @Entity(name = "Counted")
    static class Counted {
        @Id
        @Counter
        Long id;
    }

    @Entity(name = "Random")
    static class Random {
        @Id
        @UuidGenerator(style = UuidGenerator.Style.TIME)
        UUID id;
    }

    @Entity(name = "Universal")
    static class Universal {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;
    }

    @Entity(name = "Custom")
    @GenericGenerators(
            @GenericGenerator(
                    name = "custom",
                    strategy = "org.hibernate.id.enhanced.SequenceStyleGenerator",
                    parameters = {
                        @Parameter(name = "sequence_name", value = "custom_numbers"),
                        @Parameter(name = "increment_size", value = "5")
                    }))
    static class Custom {
        @Id
        @GeneratedValue(generator = "custom")
        Long id;
    }
}
