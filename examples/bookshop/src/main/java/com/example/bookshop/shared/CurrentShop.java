package com.example.bookshop.shared;

import java.util.concurrent.Callable;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** The shop for which this thread works; Hibernate shows it the rows of that shop, and all rows if it is none. */
public final class CurrentShop implements CurrentTenantIdentifierResolver<Integer> {
    private static final Integer NONE = 0;
    private static final ThreadLocal<Integer> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** Does something for a shop. */
    public static <T> T as(Integer shop, Callable<T> action) throws Exception {
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
        return NONE.equals(shop);
    }
}
