package io.kuaka.data;

import io.kuaka.schema.table.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of one loop, and reports them in steps.
 *
 * <p>How many rows there are is asked once, at the first step, so short loops within long ones cost no query. Only the
 * database's statistics are asked, which don't know how many rows a condition has.
 */
final class RowCounter {
    private final Session session;
    private final ModelShape shape;
    private final boolean isOfAllRows;
    private final int step;
    private long done;
    private @Nullable OptionalLong all;

    RowCounter(Session session, ModelShape shape, boolean isOfAllRows, int step) {
        this.session = session;
        this.shape = shape;
        this.isOfAllRows = isOfAllRows;
        this.step = step;
    }

    /** One more row is done; {@code last} is null where the rows have no order of their keys. */
    void done(@Nullable Row last) {
        done++;
        if (done % step == 0) {
            session.progress().reached(shape.table().name().toString(), done, all(), position(last));
        }
    }

    private String position(@Nullable Row last) {
        if (last == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        shape.primaryKey()
                .forEach(column ->
                        parts.add(column.name() + " " + last.storedKey().get(parts.size())));
        return String.join(", ", parts);
    }

    private OptionalLong all() {
        OptionalLong known = all;
        if (known == null) {
            known = isOfAllRows ? estimate() : OptionalLong.empty();
            all = known;
        }
        return known;
    }

    private OptionalLong estimate() {
        TableName table = session.dialect().grammar().catalogName(shape.table().name());
        try {
            return session.dialect()
                    .statistics()
                    .size(session.connection(), table)
                    .map(size -> OptionalLong.of(size.rows()))
                    .orElseGet(OptionalLong::empty);
        } catch (SQLException e) {
            throw new QueryFailedException("(reading statistics)", e);
        }
    }
}
