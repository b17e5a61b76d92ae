package io.kuaka.expression;

import java.util.List;
import java.util.OptionalInt;

/**
 * The name of a column in an SQL expression, with the names of its table and schema where they are given.
 *
 * @param places where the names are among the tokens of the expression
 */
record ColumnReference(List<Integer> places) {
    ColumnReference {
        places = List.copyOf(places);
    }

    /** Returns where the column's name is. */
    int column() {
        return places.get(places.size() - 1);
    }

    /** Returns where the table's name is, if it is given. */
    OptionalInt table() {
        return places.size() == 1 ? OptionalInt.empty() : OptionalInt.of(places.get(places.size() - 2));
    }
}
