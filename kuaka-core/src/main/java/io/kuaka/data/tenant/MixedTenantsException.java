package io.kuaka.data.tenant;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.List;

/** Code for one tenant would write into the rows of another one, or leave rows of two tenants that refer to each other. */
public final class MixedTenantsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private MixedTenantsException(String message) {
        super(message);
    }

    static MixedTenantsException unknownAttribute(String attribute) {
        return new MixedTenantsException("No model has an attribute \"" + attribute
                + "\" at this point of history, so no rows can be told apart by it. Name the attribute that holds the"
                + " tenant, e.g. models.asTenant(\"tenant\", id).");
    }

    /** Returns the exception for a value that isn't the tenant. */
    public static MixedTenantsException change(ModelKey key, String field, Object id) {
        return new MixedTenantsException("Field \"" + field + "\" of model \"" + key + "\" can only be " + id
                + " here: these are the models of that tenant. Move rows to another tenant by"
                + " models.get(\"" + key + "\").filter(...).moveTo(tenant).");
    }

    /** Returns the exception for a reference to a row that this tenant doesn't have. */
    public static MixedTenantsException reference(ModelKey key, String field, Object value, Object id) {
        return new MixedTenantsException("Field \"" + field + "\" of model \"" + key + "\" can't refer to " + value
                + ": tenant " + id + " has no such row.");
    }

    /** Returns the exception for a reference to a row that is only known to the database. */
    public static MixedTenantsException computed(ModelKey key, String field, Object id) {
        return new MixedTenantsException(
                "Field \"" + field + "\" of model \"" + key + "\" can't be set by an expression"
                        + " here: it isn't known whether the rows that it refers to belong to tenant " + id
                        + ". Set a value for each row, or use models without asTenant(...) and check the rows yourself.");
    }

    /** Returns the exception for some of the columns of a reference. */
    public static MixedTenantsException incomplete(ModelKey key, String field, List<String> columns) {
        return new MixedTenantsException("Field \"" + field + "\" of model \"" + key + "\" can only be set as a whole"
                + " here, not without its column " + String.join(", ", columns)
                + ": it isn't known whether the row that it refers to belongs to the tenant.");
    }

    /** Returns the exception for a row that was read by other models than those of the tenant. */
    public static MixedTenantsException row(ModelKey key, Object row, Object id) {
        return new MixedTenantsException("Row " + row + " of model \"" + key + "\" wasn't read as one of tenant " + id
                + ". Read the rows to update by these models. Nothing was updated.");
    }

    /** Returns the exception for rows whose move would leave references between two tenants. */
    public static MixedTenantsException move(ModelKey key, Object to, List<String> references) {
        return new MixedTenantsException("Rows of model \"" + key + "\" can't be moved to tenant " + to
                + ": rows that would move refer to rows that would stay: " + String.join(", ", references)
                + ". Nothing was moved. Move or copy these rows first, or clear the references.");
    }

    /** Returns the exception for rows that refer to rows of another tenant after they were moved. */
    public static MixedTenantsException mixed(ModelKey key, Object to, List<String> references) {
        return new MixedTenantsException("Rows of model \"" + key + "\" can't be moved to tenant " + to
                + ": rows of two tenants would refer to each other: " + String.join(", ", references)
                + ". They did so before, or were written meanwhile. Roll the transaction back, and try again after"
                + " assertTenantIsolation, or a look at these rows.");
    }

    /** Returns the exception for models whose rows can't be moved. */
    public static MixedTenantsException immovable(ModelKey key, String reason) {
        return new MixedTenantsException("Rows of model \"" + key + "\" can't be moved: " + reason);
    }
}
