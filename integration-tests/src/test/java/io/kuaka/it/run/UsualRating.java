package io.kuaka.it.run;

import java.sql.Connection;
import org.h2.api.Trigger;

/** The trigger of {@link OldShop} on H2: who says nothing gives a review three stars. */
public final class UsualRating implements Trigger {
    private static final int RATING = 3;

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        if (after[RATING] == null) {
            after[RATING] = 3;
        }
    }
}
