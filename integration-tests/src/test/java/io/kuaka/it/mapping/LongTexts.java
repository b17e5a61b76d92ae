package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Clob;
import java.sql.NClob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Long texts of all lengths at which a database, or Hibernate, begins to use another type. */
public final class LongTexts {
    private LongTexts() {}

    @Entity(name = "ZeroLetter")
    static class ZeroLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 0)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 0)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 0)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 0)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 0)
        String nationalObject;

        @Column(length = 0)
        Clob object;

        @Column(length = 0)
        NClob nationalLocator;
    }

    @Entity(name = "OneLetter")
    static class OneLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 1)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 1)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 1)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 1)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 1)
        String nationalObject;

        @Column(length = 1)
        Clob object;

        @Column(length = 1)
        NClob nationalLocator;
    }

    @Entity(name = "TwoLetter")
    static class TwoLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 2)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 2)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 2)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 2)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 2)
        String nationalObject;

        @Column(length = 2)
        Clob object;

        @Column(length = 2)
        NClob nationalLocator;
    }

    @Entity(name = "ByteLetter")
    static class ByteLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 255)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 255)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 255)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 255)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 255)
        String nationalObject;

        @Column(length = 255)
        Clob object;

        @Column(length = 255)
        NClob nationalLocator;
    }

    @Entity(name = "WordLetter")
    static class WordLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 256)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 256)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 256)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 256)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 256)
        String nationalObject;

        @Column(length = 256)
        Clob object;

        @Column(length = 256)
        NClob nationalLocator;
    }

    @Entity(name = "PageLetter")
    static class PageLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 4_000)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 4_000)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 4_000)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 4_000)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 4_000)
        String nationalObject;

        @Column(length = 4_000)
        Clob object;

        @Column(length = 4_000)
        NClob nationalLocator;
    }

    @Entity(name = "LongLetter")
    static class LongLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 32_600)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 32_600)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 32_600)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 32_600)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 32_600)
        String nationalObject;

        @Column(length = 32_600)
        Clob object;

        @Column(length = 32_600)
        NClob nationalLocator;
    }

    @Entity(name = "TextLetter")
    static class TextLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 65_535)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 65_535)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 65_535)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 65_535)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 65_535)
        String nationalObject;

        @Column(length = 65_535)
        Clob object;

        @Column(length = 65_535)
        NClob nationalLocator;
    }

    @Entity(name = "BeyondLetter")
    static class BeyondLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 65_536)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 65_536)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 65_536)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 65_536)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 65_536)
        String nationalObject;

        @Column(length = 65_536)
        Clob object;

        @Column(length = 65_536)
        NClob nationalLocator;
    }

    @Entity(name = "MediumLetter")
    static class MediumLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 16_777_215)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 16_777_215)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 16_777_215)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 16_777_215)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 16_777_215)
        String nationalObject;

        @Column(length = 16_777_215)
        Clob object;

        @Column(length = 16_777_215)
        NClob nationalLocator;
    }

    @Entity(name = "HugeLetter")
    static class HugeLetter {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 16_777_216)
        String text;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        @Column(length = 16_777_216)
        char[] letters;

        @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
        @Column(length = 16_777_216)
        String national;

        @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
        @Column(length = 16_777_216)
        String longNational;

        @JdbcTypeCode(SqlTypes.NCLOB)
        @Column(length = 16_777_216)
        String nationalObject;

        @Column(length = 16_777_216)
        Clob object;

        @Column(length = 16_777_216)
        NClob nationalLocator;
    }
}
