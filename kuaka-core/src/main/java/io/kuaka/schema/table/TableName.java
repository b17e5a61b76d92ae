package io.kuaka.schema.table;

import org.jspecify.annotations.Nullable;

/** The name of a table or sequence, with its schema where it isn't the connection's own. */
public record TableName(@Nullable String schema, String name) {
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
