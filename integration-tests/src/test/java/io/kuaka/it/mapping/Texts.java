package io.kuaka.it.mapping;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** Characters, texts and bytes of all lengths. */
public final class Texts {
    private Texts() {}

    @Entity(name = "Document")
    @Table(name = "documents")
    static class Document {
        @Id
        UUID id;

        @Basic(optional = false)
        String title;

        @Column(length = 3, nullable = false)
        @JdbcTypeCode(SqlTypes.CHAR)
        String language;

        char grade;

        Character mark;

        char[] letters;

        @Column(length = 40_000)
        String summary;

        @Column(length = Length.LONG32)
        String body;

        @Lob
        String scan;

        @Lob
        @Column(length = 100_000)
        char[] transcript;

        Clob appendix;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        String remark;

        @Nationalized
        String nickname;

        @Nationalized
        @Column(length = Length.LONG32)
        String saga;

        @Nationalized
        @Lob
        String epic;

        @Nationalized
        Character rune;

        NClob rest;

        @Transient
        String unsaved;
    }

    @Entity(name = "Attachment")
    static class Attachment {
        @Id
        @JdbcTypeCode(SqlTypes.CHAR)
        UUID id;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        UUID trace;

        @JdbcTypeCode(SqlTypes.BINARY)
        UUID origin;

        @Column(nullable = false)
        byte[] digest;

        @Column(length = 1000)
        byte[] thumbnail;

        @Column(length = 100_000)
        byte[] preview;

        @Column(length = Length.LONG32)
        byte[] everything;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 16)
        byte[] checksum;

        @Lob
        byte[] content;

        Blob original;

        Serializable anything;

        Locale locale;

        Currency currency;

        TimeZone zone;

        URL source;

        InetAddress sender;

        Class<?> reader;

        @Column(name = "`order`")
        String quoted;

        @Column(columnDefinition = "varchar(20) default 'draft' not null")
        String status;
    }
}
