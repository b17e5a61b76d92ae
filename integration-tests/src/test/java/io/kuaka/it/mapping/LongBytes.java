package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.sql.Blob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Bytes of all lengths at which a database, or Hibernate, begins to use another type. */
public final class LongBytes {
    private LongBytes() {}

    @Entity(name = "ZeroData")
    static class ZeroData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 0)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 0)
        byte[] longBytes;

        @Lob
        @Column(length = 0)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 0)
        byte[] bytesObject;

        @Column(length = 0)
        Blob object;
    }

    @Entity(name = "OneData")
    static class OneData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 1)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 1)
        byte[] longBytes;

        @Lob
        @Column(length = 1)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 1)
        byte[] bytesObject;

        @Column(length = 1)
        Blob object;
    }

    @Entity(name = "TwoData")
    static class TwoData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 2)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 2)
        byte[] longBytes;

        @Lob
        @Column(length = 2)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 2)
        byte[] bytesObject;

        @Column(length = 2)
        Blob object;
    }

    @Entity(name = "ByteData")
    static class ByteData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 255)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 255)
        byte[] longBytes;

        @Lob
        @Column(length = 255)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 255)
        byte[] bytesObject;

        @Column(length = 255)
        Blob object;
    }

    @Entity(name = "WordData")
    static class WordData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 256)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 256)
        byte[] longBytes;

        @Lob
        @Column(length = 256)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 256)
        byte[] bytesObject;

        @Column(length = 256)
        Blob object;
    }

    @Entity(name = "PageData")
    static class PageData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 4_000)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 4_000)
        byte[] longBytes;

        @Lob
        @Column(length = 4_000)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 4_000)
        byte[] bytesObject;

        @Column(length = 4_000)
        Blob object;
    }

    @Entity(name = "LongData")
    static class LongData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 32_600)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 32_600)
        byte[] longBytes;

        @Lob
        @Column(length = 32_600)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 32_600)
        byte[] bytesObject;

        @Column(length = 32_600)
        Blob object;
    }

    @Entity(name = "TextData")
    static class TextData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 65_535)
        byte[] bytes;

        @Lob
        @Column(length = 65_535)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 65_535)
        byte[] bytesObject;

        @Column(length = 65_535)
        Blob object;
    }

    @Entity(name = "BeyondData")
    static class BeyondData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 65_536)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 65_536)
        byte[] longBytes;

        @Lob
        @Column(length = 65_536)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 65_536)
        byte[] bytesObject;

        @Column(length = 65_536)
        Blob object;
    }

    @Entity(name = "MediumData")
    static class MediumData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 16_777_215)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 16_777_215)
        byte[] longBytes;

        @Lob
        @Column(length = 16_777_215)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 16_777_215)
        byte[] bytesObject;

        @Column(length = 16_777_215)
        Blob object;
    }

    @Entity(name = "HugeData")
    static class HugeData {
        @Id
        Integer id;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        @Column(length = 16_777_216)
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        @Column(length = 16_777_216)
        byte[] longBytes;

        @Lob
        @Column(length = 16_777_216)
        byte[] largeBytes;

        @JdbcTypeCode(SqlTypes.BLOB)
        @Column(length = 16_777_216)
        byte[] bytesObject;

        @Column(length = 16_777_216)
        Blob object;
    }
}
