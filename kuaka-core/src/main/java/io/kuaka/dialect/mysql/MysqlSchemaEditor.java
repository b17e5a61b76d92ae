package io.kuaka.dialect.mysql;

import io.kuaka.schema.AlterTableEditor;
import io.kuaka.schema.TableStep;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps on MySQL and MariaDB. A table may be copied for each statement, so consecutive clauses share one as long as
 * they change different things.
 */
final class MysqlSchemaEditor extends AlterTableEditor {
    private final MysqlSqlGrammar grammar;

    MysqlSchemaEditor(MysqlSqlGrammar grammar, MysqlTypeConversion conversion) {
        super(conversion);
        this.grammar = grammar;
    }

    @Override
    protected List<TableStep> join(List<TableStep> steps) {
        return TableStep.join(steps, MysqlSchemaEditor::canShare);
    }

    /**
     * Nothing is changed twice in a statement but the primary key; a foreign key is always dropped alone, and one that refers
     * to its own table would be compared with the columns as they were.
     */
    private static boolean canShare(List<Clause> clauses, Clause next) {
        return Stream.concat(clauses.stream(), Stream.of(next))
                        .noneMatch(clause -> clause.kind() == Clause.Kind.DROP_FOREIGN_KEY)
                && !(next.kind() == Clause.Kind.ADD_FOREIGN_KEY
                        && clauses.stream().anyMatch(clause -> clause.kind() == Clause.Kind.ALTER_COLUMN))
                && (isAboutKey(next)
                        || clauses.stream()
                                .filter(clause -> !isAboutKey(clause))
                                .noneMatch(clause -> clause.subject().equals(next.subject())));
    }

    private static boolean isAboutKey(Clause clause) {
        return clause.kind() == Clause.Kind.ADD_PRIMARY_KEY || clause.kind() == Clause.Kind.DROP_PRIMARY_KEY;
    }

    /** The whole column is redefined, whatever changes. */
    @Override
    protected List<TableStep> alterColumn(TableName table, ColumnChange change) {
        boolean isRetyped = change.changes(ColumnAttribute.TYPE);
        List<TableStep> steps = new ArrayList<>();
        if (isRetyped) {
            conversion().before(table, change).stream().map(TableStep.Run::new).forEach(steps::add);
        }
        if (!change.attributes().isEmpty()) {
            Column after = change.after();
            Clause clause = KeptAttributes.in(
                    grammar.modifyColumn(table, after),
                    grammar,
                    table,
                    change.before(),
                    after,
                    grammar.columnType(after));
            steps.add(new TableStep.Alter(table, List.of(clause)));
        }
        if (isRetyped) {
            conversion().after(change).stream().map(TableStep.Run::new).forEach(steps::add);
        }
        return steps;
    }

    /** MySQL shows numbers of the day before, unless told otherwise (the manual on information_schema_stats_expiry). */
    @Override
    public Optional<NextNumber> nextNumber(TableName table, Column column) {
        if (!grammar().supports(Feature.SEQUENCES)) {
            emit(Sql.setting("set session information_schema_stats_expiry = 0"));
        }
        return Optional.of(MysqlNumbers.ofIdentity(
                grammar().text(grammar().catalogName(table).name())));
    }

    @Override
    protected List<Sql> continued(TableName table, Column column, NextNumber former) {
        return MysqlNumbers.advanceIdentity(grammar().name(table), grammar().afterAll(column, former), grammar()::text);
    }
}
