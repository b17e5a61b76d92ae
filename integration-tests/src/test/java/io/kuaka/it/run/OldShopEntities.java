package io.kuaka.it.run;

import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.it.support.Engine;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

/** The application of {@link OldShop}: its entities as they are when its database is adopted, and those of its next release. */
final class OldShopEntities {
    private static final List<Class<?>> AT_ADOPTION = List.of(Author.class, Category.class, Book.class, Review.class);
    private static final List<Class<?>> NEXT = List.of(Author.class, Category.class, NextBook.class, NextReview.class);

    private OldShopEntities() {}

    /** Returns what an application starts with. */
    static List<Class<?>> atAdoption(Engine engine) {
        return with(AT_ADOPTION, isNamed(engine) ? OldShopEditions.Named.class : OldShopEditions.Edition.class);
    }

    /**
     * Returns its next release: a book gets a subtitle, a longer number, and topics in an order in a table of another name,
     * and editions may be bound in another way.
     */
    static List<Class<?>> next(Engine engine) {
        return with(NEXT, isNamed(engine) ? OldShopEditions.Next.Named.class : OldShopEditions.Next.Edition.class);
    }

    private static boolean isNamed(Engine engine) {
        return engine == Engine.POSTGRESQL;
    }

    private static List<Class<?>> with(List<Class<?>> some, Class<?> edition) {
        List<Class<?>> all = new ArrayList<>(some);
        all.add(edition);
        return all;
    }

    /** Returns what Kuaka reads of a release. */
    static HibernateModelReader reader(List<Class<?>> release, String... unmanagedTables) {
        return new HibernateModelReader(ReaderSettings.of(OldShopEntities.class.getClassLoader())
                .withClassNames(release.stream().map(Class::getName).toList())
                .withOwnership(new TableOwnership("shop", List.of(unmanagedTables)))
                .withApps(new AppPackage("shop", OldShopEntities.class.getPackageName())));
    }

    /**
     * Returns in what the tables of the scripts differ from the entities: a unique index is a constraint for Hibernate, and an
     * enumeration is a type of its own where the database has such types.
     */
    static List<String> differences(Engine engine) {
        return switch (engine) {
            case H2 ->
                List.of("author.uq_author_email", "author.uq_author_email", "book.status type", "book.ck_book_status");
            case SQLITE, POSTGRESQL ->
                List.of("author.uq_author_email", "author.uq_author_email", "book.book_status_check name");
            case MARIADB -> List.of("book.status type", "book.ck_book_status", "edition.binding type");
            case MYSQL -> List.of("book.status type", "book.ck_book_status");
        };
    }

    enum Status {
        DRAFT,
        FOR_SALE
    }

    @Entity(name = "Author")
    @Table(name = "author", indexes = @Index(name = "uq_author_email", columnList = "email", unique = true))
    static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, length = 100)
        String name;

        @Column(length = 254)
        String email;
    }

    @Entity(name = "Category")
    @Table(name = "category")
    static class Category {
        @Id
        Long id;

        @Column(nullable = false, length = 50)
        String slug;

        @Column(length = 80)
        String name;
    }

    @Entity(name = "Book")
    @Table(
            name = "book",
            indexes = {
                @Index(name = "ix_book_title", columnList = "title"),
                @Index(name = "ix_book_isbn", columnList = "isbn, title")
            },
            check = @CheckConstraint(name = "ck_book_price", constraint = "price >= 0"))
    static class Book {
        @Id
        Long id;

        @Column(nullable = false, length = 200)
        String title;

        @Column(nullable = false, precision = 10, scale = 2)
        @ColumnDefault("0")
        BigDecimal price;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false, length = 20)
        Status status;

        @ManyToOne
        Author author;

        @Column(length = 13)
        String isbn;

        Integer pages;

        @ManyToMany
        @JoinTable(
                name = "book_category",
                joinColumns = @JoinColumn(name = "book_id"),
                inverseJoinColumns = @JoinColumn(name = "category_id"))
        Set<Category> categories;
    }

    @Entity(name = "Review")
    @Table(name = "review")
    static class Review {
        @Id
        Long id;

        @ManyToOne(optional = false)
        Book book;

        @Column(length = 2000)
        String text;

        Integer rating;
    }

    @Entity(name = "Book")
    @Table(
            name = "book",
            indexes = {
                @Index(name = "ix_book_title", columnList = "title"),
                @Index(name = "ix_book_isbn", columnList = "isbn, title")
            },
            check = @CheckConstraint(name = "ck_book_price", constraint = "price >= 0"))
    static class NextBook {
        @Id
        Long id;

        @Column(nullable = false, length = 200)
        String title;

        @Column(length = 200)
        String subtitle;

        @Column(nullable = false, precision = 10, scale = 2)
        @ColumnDefault("0")
        BigDecimal price;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false, length = 20)
        Status status;

        @ManyToOne
        Author author;

        @Column(length = 17)
        String isbn;

        Integer pages;

        @ManyToMany
        @JoinTable(
                name = "book_topic",
                joinColumns = @JoinColumn(name = "book_id"),
                inverseJoinColumns = @JoinColumn(name = "category_id"))
        @OrderColumn(name = "place")
        List<Category> categories;
    }

    @Entity(name = "Review")
    @Table(name = "review")
    static class NextReview {
        @Id
        Long id;

        @ManyToOne(optional = false)
        NextBook book;

        @Column(length = 2000)
        String text;

        Integer rating;
    }
}
