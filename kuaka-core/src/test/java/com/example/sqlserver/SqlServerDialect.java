package com.example.sqlserver;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SQL Server as somebody outside of the product would add it: the files of this package and a line in
 * {@code META-INF/services}.
 *
 * <p>This is a test of the interfaces for dialects, not a database that Kuaka promises. Its SQL is reviewed as text, since
 * no server is at hand.
 */
public final class SqlServerDialect implements Dialect {
    private static final SqlServerSqlGrammar GRAMMAR = new SqlServerSqlGrammar(Features.of(
            Feature.TRANSACTIONAL_DDL,
            Feature.CHANGES_IN_PLACE,
            Feature.SEQUENCES,
            Feature.COLLATIONS,
            Feature.INDEX_DROPS_UNDER_FOREIGN_KEYS,
            Feature.ON_DELETE_SET_DEFAULT,
            Feature.SELF_REFERENCE_DELETES,
            Feature.CIRCLE_DELETES,
            Feature.PARTIAL_INDEXES,
            Feature.INCLUDED_COLUMNS,
            Feature.NULLS_NOT_DISTINCT));
    private static final SqlServerTypeConversion CONVERSION = new SqlServerTypeConversion(GRAMMAR);

    /** What the manual on transactions doesn't allow in one. */
    private static final Pattern OUTSIDE =
            Pattern.compile("((create|alter|drop) (database|fulltext (catalog|index))|backup|restore|reconfigure)\\b");

    @Override
    public String name() {
        return "sqlserver";
    }

    @Override
    public boolean isBehind(String productName) {
        return productName.equals("Microsoft SQL Server");
    }

    @Override
    public SqlGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public SchemaEditor editor() {
        return new SqlServerSchemaEditor(CONVERSION);
    }

    @Override
    public Introspector introspector() {
        return new SqlServerIntrospector();
    }

    @Override
    public List<Sql> begin() {
        return List.of(Sql.of("BEGIN TRANSACTION"));
    }

    @Override
    public boolean runsOutsideTransaction(Sql statement) {
        return OUTSIDE.matcher(SqlScript.words(statement.text(), SqlSyntax.BRACKETS))
                .lookingAt();
    }
}
