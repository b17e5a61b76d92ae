package io.kuaka.it.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The editions of {@link OldShop}, whose bindings are a type of their own on PostgreSQL. */
final class OldShopEditions {
    private OldShopEditions() {}

    enum Binding {
        PAPERBACK,
        HARDCOVER
    }

    @Entity(name = "Edition")
    @Table(name = "edition", indexes = @Index(name = "ix_edition_binding", columnList = "binding"))
    static class Edition {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        @ColumnDefault("'PAPERBACK'")
        Binding binding;
    }

    @Entity(name = "Edition")
    @Table(name = "edition", indexes = @Index(name = "ix_edition_binding", columnList = "binding"))
    static class Named {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Column(nullable = false)
        @ColumnDefault("'PAPERBACK'")
        Binding binding;
    }

    /** The next release. */
    static final class Next {
        private Next() {}

        enum Binding {
            PAPERBACK,
            LIBRARY,
            HARDCOVER
        }

        @Entity(name = "Edition")
        @Table(name = "edition", indexes = @Index(name = "ix_edition_binding", columnList = "binding"))
        static class Edition {
            @Id
            Long id;

            @Enumerated(EnumType.STRING)
            @Column(nullable = false)
            @ColumnDefault("'PAPERBACK'")
            Binding binding;
        }

        @Entity(name = "Edition")
        @Table(name = "edition", indexes = @Index(name = "ix_edition_binding", columnList = "binding"))
        static class Named {
            @Id
            Long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @Column(nullable = false)
            @ColumnDefault("'PAPERBACK'")
            Binding binding;
        }
    }
}
