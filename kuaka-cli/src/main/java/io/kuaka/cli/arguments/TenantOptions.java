package io.kuaka.cli.arguments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code makemigrations} for models that get a tenant. */
public final class TenantOptions {
    @Option(
            names = "--adopt-tenant",
            paramLabel = "APP.MODEL",
            description = "Writes the migrations by which this model gets a tenant, in four steps. May be repeated.")
    private List<String> models = List.of();

    @Option(
            names = "--tenant",
            paramLabel = "APP.MODEL",
            description = "With --adopt-tenant: the model of the tenants.")
    private @Nullable String tenant;

    @Option(
            names = "--tenant-field",
            paramLabel = "NAME",
            defaultValue = "tenant",
            description = "With --adopt-tenant: the name of the new reference. Default: tenant.")
    private String field = "tenant";

    @Option(
            names = "--tenant-id",
            paramLabel = "NAME",
            description = "With --adopt-tenant: the name of an attribute for Hibernate's @TenantId in the same column.")
    private @Nullable String idField;

    @Option(
            names = "--default-slug",
            paramLabel = "SLUG",
            defaultValue = "default",
            description = "With --adopt-tenant: the slug of the tenant that gets all rows. Default: default.")
    private String defaultSlug = "default";

    /** Returns whether models are to get a tenant. */
    public boolean isWanted() {
        return !models.isEmpty();
    }

    /** Returns whether the tenant is described, and no model is to get it. */
    public boolean isStray() {
        return models.isEmpty() && (tenant != null || idField != null);
    }

    /** Returns the models that get a tenant. */
    public List<String> models() {
        return models;
    }

    /** Returns the model of the tenants; null if it isn't given. */
    public @Nullable String tenant() {
        return tenant;
    }

    /** Returns the name of the new reference. */
    public String field() {
        return field;
    }

    /** Returns the name of the attribute for {@code @TenantId}; null for none. */
    public @Nullable String idField() {
        return idField;
    }

    /** Returns the slug of the tenant that gets all rows. */
    public String defaultSlug() {
        return defaultSlug;
    }
}
