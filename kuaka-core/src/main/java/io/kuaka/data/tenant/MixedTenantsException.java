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

    static MixedTenantsException change(ModelKey key, String field, Object id) {
        return new MixedTenantsException("Field \"" + field + "\" of model \"" + key + "\" can only be " + id
                + " here: these are the models of that tenant. Move rows to another tenant by"
                + " models.get(\"" + key + "\").filter(...).moveTo(tenant).");
    }

    /** Returns the exception for a reference to a row that this tenant doesn't have. */
    public static MixedTenantsException reference(ModelKey key, String field, Object value, Object id) {
        return new MixedTenantsException("Field \"" + field + "\" of model \"" + key + "\" can't refer to " + value
                + ": tenant " + id + " has no such row.");
    }

    /** Returns the exception for rows whose move would leave references between two tenants. */
    public static MixedTenantsException move(ModelKey key, Object to, List<String> references) {
        return new MixedTenantsException("Rows of model \"" + key + "\" can't be moved to tenant " + to
                + ": rows that would move refer to rows that would stay: " + String.join(", ", references)
                + ". Nothing was moved. Move or copy these rows first, or clear the references.");
    }

    /** Returns the exception for models whose rows can't be moved. */
    public static MixedTenantsException immovable(ModelKey key, String reason) {
        return new MixedTenantsException("Rows of model \"" + key + "\" can't be moved: " + reason);
    }
}
