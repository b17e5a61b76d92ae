package io.kuaka.hibernate.draft;

import io.kuaka.state.OnDelete;
import java.util.List;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a reference refers to.
 *
 * @param columns the referenced columns, in the order of the referring ones
 * @param constrained whether the database has a foreign key
 * @param constraintName the foreign key's name, if one was given
 */
public record Target(
        Draft draft,
        List<Column> columns,
        OnDelete onDelete,
        boolean constrained,
        @Nullable String constraintName,
        boolean deferred) {}
