package com.example.bookshop;

import com.example.bookshop.catalog.Author;
import com.example.bookshop.catalog.Book;
import com.example.bookshop.catalog.BookFormat;
import com.example.bookshop.catalog.Category;
import com.example.bookshop.catalog.Promotion;
import com.example.bookshop.orders.Customer;
import com.example.bookshop.orders.Order;
import com.example.bookshop.shared.Address;
import com.example.bookshop.users.Role;
import com.example.bookshop.users.Tenant;
import com.example.bookshop.users.User;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The application: {@code store} puts two shops with books and an order into the database, {@code list} shows what is
 * there.
 *
 * <p>The database is that of {@code persistence.xml}, or what {@code -Djakarta.persistence.jdbc.url=…} says.
 */
public final class Bookshop {
    private Bookshop() {}

    public static void main(String[] arguments) {
        String command = arguments.length == 1 ? arguments[0] : "";
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("bookshop", overrides())) {
            switch (command) {
                case "store" -> {
                    Shelf shelf = factory.callInTransaction(Bookshop::storeShops);
                    factory.runInTransaction(entities -> storeBooks(entities, shelf));
                    factory.runInTransaction(Bookshop::storeOrder);
                    System.out.println("Stored 2 shops, 2 books, 1 order.");
                }
                case "list" -> factory.runInTransaction(Bookshop::list);
                default -> {
                    System.err.println("Usage: Bookshop store|list");
                    System.exit(2);
                }
            }
        }
    }

    private static Map<String, String> overrides() {
        Map<String, String> overrides = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("jakarta.persistence.") || name.startsWith("hibernate.")) {
                overrides.put(name, System.getProperty(name));
            }
        }
        return overrides;
    }

    /** Where the first books go. */
    private record Shelf(Tenant tenant, Category category) {}

    private static Shelf storeShops(EntityManager entities) {
        Tenant harbour = storeShop(entities, "harbour", "Harbour Books");
        storeShop(entities, "hill", "Hill Street Books");

        Category fiction = new Category(harbour, null, "fiction", "Fiction");
        entities.persist(fiction);
        Category sea = new Category(harbour, fiction, "sea-stories", "Sea stories");
        entities.persist(sea);
        return new Shelf(harbour, sea);
    }

    private static Tenant storeShop(EntityManager entities, String slug, String name) {
        Tenant tenant = new Tenant(slug, name);
        entities.persist(tenant);
        User owner = new User(tenant, "owner@" + slug + ".example.com", Role.OWNER);
        entities.persist(owner);
        tenant.setContact(owner);
        return tenant;
    }

    private static void storeBooks(EntityManager entities, Shelf shelf) {
        Tenant harbour = shelf.tenant();
        Author author = new Author(harbour, "Hera Whetu");
        author.setBiography("Counts birds in winter and writes in summer.");
        entities.persist(author);

        Book flight = new Book(harbour, "9780000000017", "The Long Flight", new BigDecimal("24.50"));
        flight.setPages(312);
        flight.setPublishedOn(LocalDate.of(2024, 9, 21));
        flight.setCategory(shelf.category());
        flight.getAuthors().add(author);
        flight.getKeywords().addAll(List.of("birds", "tides"));
        entities.persist(flight);

        Book tides = new Book(harbour, "9780000000024", "A Year of Tides", new BigDecimal("12.00"));
        tides.setFormat(BookFormat.EBOOK);
        tides.setPages(96);
        tides.getAuthors().add(author);
        entities.persist(tides);
        entities.persist(new Promotion(tides, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31), 20));
    }

    private static void storeOrder(EntityManager entities) {
        List<Book> books =
                entities.createQuery("from Book order by title", Book.class).getResultList();
        Tenant harbour = books.get(0).getTenant();
        Customer customer = new Customer(
                harbour, "ari@example.com", "Ari Moana", new Address("1 Quay Road", "0110", "Whangarei", "NZ"));
        entities.persist(customer);
        Order order = new Order(customer);
        for (Book book : books) {
            order.add(book, 2);
        }
        entities.persist(order);
    }

    private static void list(EntityManager entities) {
        List<Book> books = entities.createQuery("from Book b join fetch b.tenant order by b.title", Book.class)
                .getResultList();
        for (Book book : books) {
            System.out.printf(
                    "%s: %s, %d pages, %.2f%n",
                    book.getTenant().getName(), book.getTitle(), book.getPages(), book.getPrice());
        }
        for (Order order : entities.createQuery("from Order o order by o.placedAt", Order.class)
                .getResultList()) {
            System.out.printf(
                    "Order of %s: %d lines, %.2f, %s%n",
                    order.getCustomer().getName(), order.getLines().size(), order.total(), order.getStatus());
        }
    }
}
