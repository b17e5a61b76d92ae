package io.kuaka.data.delete;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Thrown when rows can't be deleted, because rows refer to them that have to stay. Nothing was deleted. */
public final class ReferencedRowsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> references;

    private ReferencedRowsException(String message, List<String> references) {
        super(message);
        this.references = List.copyOf(references);
    }

    /** Returns the exception; the counts are those of the rows that refer to rows to delete, by reference. */
    public static ReferencedRowsException of(ModelKey model, Map<String, Long> counts) {
        return new ReferencedRowsException(
                "Rows of model \"" + model + "\" can't be deleted, because others refer to them: " + listed(counts)
                        + ". Nothing was deleted. Delete these rows or change their references first.",
                List.copyOf(counts.keySet()));
    }

    /** Returns the exception for rows that belong to another tenant than the deleted ones. */
    public static ReferencedRowsException ofOtherTenants(ModelKey model, Map<String, Long> counts) {
        return new ReferencedRowsException(
                "Rows of model \"" + model + "\" can't be deleted, because rows of other tenants refer to them: "
                        + listed(counts)
                        + ". Nothing was deleted. Delete or change these rows by models without asTenant(...) first.",
                List.copyOf(counts.keySet()));
    }

    /** Returns the exception for rows none of which can be deleted first. */
    public static ReferencedRowsException inCircle(ModelKey model, List<String> references, int rows) {
        return new ReferencedRowsException(
                "Rows of model \"" + model + "\" can't be deleted, because " + rows
                        + " of them refer to themselves or to each other in a circle by "
                        + references.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                        + ", which can't be null. Nothing was deleted. Make it nullable in an earlier migration.",
                references);
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each ->
                        "\"" + each.getKey() + "\" (" + each.getValue() + (each.getValue() == 1 ? " row)" : " rows)"))
                .collect(Collectors.joining(", "));
    }

    /** Returns the references, as in {@code shop.Order.customer}. */
    public List<String> references() {
        return references;
    }
}
