package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/**
 * Texts of all lengths at which a database, or Hibernate, begins to use another type; one entity for each length.
 *
 * <p>Nationalized large objects of up to 255 characters are missing: on MySQL Hibernate refuses its own tables with them.
 */
public final class Lengths {
    private Lengths() {}

    enum Size {
        SMALL,
        LARGE
    }

    @Entity(name = "ZeroLength")
    static class ZeroLength {
        @Id
        Integer id;

        @Column(length = 0)
        String plain;

        @Nationalized
        @Column(length = 0)
        String national;

        @Lob
        @Column(length = 0)
        String large;

        @Lob
        @Nationalized
        @Column(length = 0)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 0)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 0)
        String object;

        @Column(length = 0)
        char[] letters;
    }

    @Entity(name = "OneLength")
    static class OneLength {
        @Id
        Integer id;

        @Column(length = 1)
        String plain;

        @Nationalized
        @Column(length = 1)
        String national;

        @Lob
        @Column(length = 1)
        String large;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 1)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 1)
        String object;

        @Column(length = 1)
        char[] letters;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 1)
        String fixed;

        @JdbcTypeCode(SqlTypes.NCHAR)
        @Column(length = 1)
        String fixedNational;

        @Enumerated(EnumType.STRING)
        @Column(length = 1)
        Size size;
    }

    @Entity(name = "TwoLength")
    static class TwoLength {
        @Id
        Integer id;

        @Column(length = 2)
        String plain;

        @Nationalized
        @Column(length = 2)
        String national;

        @Lob
        @Column(length = 2)
        String large;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 2)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 2)
        String object;

        @Column(length = 2)
        char[] letters;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 2)
        String fixed;

        @JdbcTypeCode(SqlTypes.NCHAR)
        @Column(length = 2)
        String fixedNational;

        @Enumerated(EnumType.STRING)
        @Column(length = 2)
        Size size;
    }

    @Entity(name = "ByteLength")
    static class ByteLength {
        @Id
        Integer id;

        @Column(length = 255)
        String plain;

        @Nationalized
        @Column(length = 255)
        String national;

        @Lob
        @Column(length = 255)
        String large;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 255)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 255)
        String object;

        @Column(length = 255)
        char[] letters;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 255)
        String fixed;

        @JdbcTypeCode(SqlTypes.NCHAR)
        @Column(length = 255)
        String fixedNational;

        @Enumerated(EnumType.STRING)
        @Column(length = 255)
        Size size;
    }

    @Entity(name = "WordLength")
    static class WordLength {
        @Id
        Integer id;

        @Column(length = 256)
        String plain;

        @Nationalized
        @Column(length = 256)
        String national;

        @Lob
        @Column(length = 256)
        String large;

        @Lob
        @Nationalized
        @Column(length = 256)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 256)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 256)
        String object;

        @Column(length = 256)
        char[] letters;

        @Enumerated(EnumType.STRING)
        @Column(length = 256)
        Size size;
    }

    @Entity(name = "PageLength")
    static class PageLength {
        @Id
        Integer id;

        @Column(length = 4000)
        String plain;

        @Nationalized
        @Column(length = 4000)
        String national;

        @Lob
        @Column(length = 4000)
        String large;

        @Lob
        @Nationalized
        @Column(length = 4000)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 4000)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 4000)
        String object;

        @Column(length = 4000)
        char[] letters;

        @Enumerated(EnumType.STRING)
        @Column(length = 4000)
        Size size;
    }

    @Entity(name = "LongLength")
    static class LongLength {
        @Id
        Integer id;

        @Column(length = 32_600)
        String plain;

        @Nationalized
        @Column(length = 32_600)
        String national;

        @Lob
        @Column(length = 32_600)
        String large;

        @Lob
        @Nationalized
        @Column(length = 32_600)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 32_600)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 32_600)
        String object;
    }

    @Entity(name = "TextLength")
    static class TextLength {
        @Id
        Integer id;

        @Column(length = 65_535)
        String plain;

        @Nationalized
        @Column(length = 65_535)
        String national;

        @Lob
        @Column(length = 65_535)
        String large;

        @Lob
        @Nationalized
        @Column(length = 65_535)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 65_535)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 65_535)
        String object;
    }

    @Entity(name = "BeyondLength")
    static class BeyondLength {
        @Id
        Integer id;

        @Column(length = 65_536)
        String plain;

        @Nationalized
        @Column(length = 65_536)
        String national;

        @Lob
        @Column(length = 65_536)
        String large;

        @Lob
        @Nationalized
        @Column(length = 65_536)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 65_536)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 65_536)
        String object;
    }

    @Entity(name = "HugeLength")
    static class HugeLength {
        @Id
        Integer id;

        @Column(length = 16_777_216)
        String plain;

        @Nationalized
        @Column(length = 16_777_216)
        String national;

        @Lob
        @Column(length = 16_777_216)
        String large;

        @Lob
        @Nationalized
        @Column(length = 16_777_216)
        String largeNational;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        @Column(length = 16_777_216)
        String unlimited;

        @JdbcTypeCode(SqlTypes.CLOB)
        @Column(length = 16_777_216)
        String object;
    }
}
