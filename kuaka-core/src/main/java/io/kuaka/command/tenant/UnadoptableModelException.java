package io.kuaka.command.tenant;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.Collection;

/** A model can't get a tenant, or the model of the tenants isn't one. */
public final class UnadoptableModelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnadoptableModelException(String message) {
        super(message);
    }

    static UnadoptableModelException hasField(ModelKey model, String field) {
        return new UnadoptableModelException("Model \"" + model + "\" has a field \"" + field
                + "\" already. Leave the model out, or name the new field with --tenant-field.");
    }

    static UnadoptableModelException isPart(ModelKey model) {
        return new UnadoptableModelException("\"" + model + "\" is a table of the entity \"" + model.owner()
                + "\" and gets its tenant by it. Name the entity.");
    }

    static UnadoptableModelException isTenant(ModelKey model) {
        return new UnadoptableModelException("Model \"" + model + "\" is the model of the tenants itself.");
    }

    static UnadoptableModelException hasNoSlug(ModelKey tenant, Collection<String> fields) {
        return new UnadoptableModelException("Model \"" + tenant + "\" has no field \"" + DefaultTenant.SLUG
                + "\" to tell the default tenant by, only \"" + String.join("\", \"", fields) + "\".");
    }

    static UnadoptableModelException isNoSlug(String slug) {
        return new UnadoptableModelException("\"" + slug
                + "\" isn't a slug: it has other characters than letters, digits, underscores and hyphens.");
    }

    static UnadoptableModelException hasLongKey(ModelKey model, String reason) {
        return new UnadoptableModelException("Model \"" + model + "\" can't be adopted: " + reason);
    }
}
