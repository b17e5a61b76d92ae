package io.kuaka.hibernate.boot;

import io.kuaka.hibernate.line.HibernateLine;
import jakarta.persistence.GenerationType;
import java.util.Map;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.dialect.identity.H2FinalTableIdentityColumnSupport;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.dialect.sequence.ANSISequenceSupport;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.EnumJdbcType;
import org.hibernate.type.descriptor.jdbc.JsonAsStringJdbcType;
import org.hibernate.type.descriptor.jdbc.UUIDJdbcType;
import org.hibernate.type.descriptor.jdbc.XmlAsStringJdbcType;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;

/**
 * The dialect of no database: it distinguishes every type that some database distinguishes, so no mapping is distorted.
 *
 * <p>Hibernate needs some dialect to build its metadata. A real one would turn a {@code UUID} into bytes or an
 * enumeration into text if its database has nothing better; the state must not depend on that. Nothing is ever run with
 * this dialect, and its type names are never shown.
 */
public final class NeutralDialect extends Dialect {
    /** The types of this dialect beyond those of the SQL standard. */
    private static final Map<Integer, String> TYPES = Map.ofEntries(
            Map.entry(SqlTypes.UUID, "uuid"),
            Map.entry(SqlTypes.JSON, "json"),
            Map.entry(SqlTypes.JSON_ARRAY, "json array"),
            Map.entry(SqlTypes.SQLXML, "xml"),
            Map.entry(SqlTypes.INET, "inet"),
            Map.entry(SqlTypes.INTERVAL_SECOND, "interval second"),
            Map.entry(SqlTypes.ENUM, "enum"),
            Map.entry(SqlTypes.NAMED_ENUM, "named enum"),
            Map.entry(SqlTypes.NAMED_ORDINAL_ENUM, "named ordinal enum"),
            Map.entry(SqlTypes.ORDINAL_ENUM, "ordinal enum"));

    public NeutralDialect() {
        super(DatabaseVersion.make(1));
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry serviceRegistry) {
        super.contributeTypes(contributions, serviceRegistry);
        var jdbcTypes = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        jdbcTypes.addDescriptor(UUIDJdbcType.INSTANCE);
        jdbcTypes.addDescriptor(JsonAsStringJdbcType.VARCHAR_INSTANCE);
        jdbcTypes.addDescriptor(XmlAsStringJdbcType.INSTANCE);
        jdbcTypes.addDescriptor(EnumJdbcType.INSTANCE);
        HibernateLine.adapter().addTypes(jdbcTypes);
        var ddlTypes = contributions.getTypeConfiguration().getDdlTypeRegistry();
        TYPES.forEach((code, name) -> ddlTypes.addDescriptor(new DdlTypeImpl(code, name, this)));
    }

    @Override
    public SequenceSupport getSequenceSupport() {
        return ANSISequenceSupport.INSTANCE;
    }

    @Override
    public IdentityColumnSupport getIdentityColumnSupport() {
        return H2FinalTableIdentityColumnSupport.INSTANCE;
    }

    /** Under this dialect, native ids have a sequence, and are identities only beside it. */
    @Override
    public GenerationType getNativeValueGenerationStrategy() {
        return GenerationType.SEQUENCE;
    }

    /** The strategy {@code native} gets a class of its own, because the metadata only has what the dialect chose. */
    @Override
    @SuppressWarnings({"deprecation", "removal"}) // Hibernate itself has no other way
    public String getNativeIdentifierGeneratorStrategy() {
        return NativeIdGenerator.class.getName();
    }

    @Override
    public boolean supportsStandardArrays() {
        return true;
    }

    @Override
    public boolean supportsUserDefinedTypes() {
        return true;
    }

    @Override
    public AggregateSupport getAggregateSupport() {
        return HibernateLine.adapter().aggregates();
    }

    /** Databases with partitions need it; on others it does no harm. */
    @Override
    public boolean addPartitionKeyToPrimaryKey() {
        return true;
    }

    @Override
    public int getMaxVarcharLength() {
        return Integer.MAX_VALUE;
    }
}
