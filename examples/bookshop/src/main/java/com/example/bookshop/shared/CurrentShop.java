package com.example.bookshop.shared;

import java.util.concurrent.Callable;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** The shop for which this thread works: Hibernate shows it the rows of that shop, and of no shop before one is chosen. */
public final class CurrentShop implements CurrentTenantIdentifierResolver<Integer> {
    /** No shop has these ids. */
    private static final Integer NONE = 0;

    private static final Integer ALL = -1;
    private static final ThreadLocal<Integer> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** Does something for a shop. */
    public static <T> T as(int shop, Callable<T> action) throws Exception {
        if (shop <= NONE) {
            throw new IllegalArgumentException(
                    "No shop has the id " + shop + ". For the rows of all shops, call asAll.");
        }
        return with(shop, action);
    }

    /** Does something with the rows of all shops. */
    public static <T> T asAll(Callable<T> action) throws Exception {
        return with(ALL, action);
    }

    private static <T> T with(Integer shop, Callable<T> action) throws Exception {
        Integer before = CURRENT.get();
        CURRENT.set(shop);
        try {
            return action.call();
        } finally {
            CURRENT.set(before);
        }
    }

    @Override
    public Integer resolveCurrentTenantIdentifier() {
        return CURRENT.get();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public boolean isRoot(Integer shop) {
        return ALL.equals(shop);
    }
}
