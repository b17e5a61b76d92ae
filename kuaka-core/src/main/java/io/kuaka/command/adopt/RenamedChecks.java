package io.kuaka.command.adopt;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renames the checks that databases have for columns of enumerations under other names, where a migration would drop and
 * create them: the rows stay held to them, and needn't be read again.
 *
 * <p>The check becomes what the type of the column implies once the column has that type, and is no part of the model then.
 */
record RenamedChecks(SqlGrammar grammar, String app) {
    /** Returns migrations with such renames. */
    static List<MigrationNode> in(List<MigrationNode> migrations, ProjectState start, SqlGrammar grammar) {
        List<MigrationNode> all = new ArrayList<>();
        ProjectState state = start;
        for (MigrationNode migration : migrations) {
            RenamedChecks checks = new RenamedChecks(grammar, migration.key().app());
            all.add(migration.withOperations(
                    checks.renamed(migration.operations().get(), state)));
            state = migration.apply(state);
        }
        return all;
    }

    private List<Operation> renamed(List<Operation> operations, ProjectState start) {
        List<Operation> all = new ArrayList<>(operations);
        ProjectState state = start;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof RemoveConstraint removal) {
                rename(removal, i, all, state);
            }
            state = all.get(i).apply(app, state);
        }
        return all;
    }

    private void rename(RemoveConstraint removal, int place, List<Operation> all, ProjectState before) {
        ModelKey key = new ModelKey(app, removal.model());
        ProjectState state = before;
        for (int i = place; i < all.size(); i++) {
            ProjectState after = all.get(i).apply(app, state);
            if (all.get(i) instanceof AlterField alteration
                    && alteration.model().equals(removal.model())) {
                Optional<String> name = newName(key, removal.constraintName(), before, state, after);
                if (name.isPresent()) {
                    all.add(i + 1, new RemoveConstraint(removal.model(), name.get()));
                    all.set(place, new RenameConstraint(removal.model(), removal.constraintName(), name.get()));
                    return;
                }
            }
            state = after;
        }
    }

    /** Returns the name of the check that the change of a column creates, if it says what the removed one says. */
    private Optional<String> newName(
            ModelKey key, String removed, ProjectState first, ProjectState before, ProjectState after) {
        List<CheckConstraint> former = checks(first, key);
        List<CheckConstraint> known = checks(before, key);
        return former.stream()
                .filter(check -> check.name().equals(removed))
                .flatMap(check -> checks(after, key).stream()
                        .filter(other -> other.condition().equals(check.condition()) && !known.contains(other)))
                .map(CheckConstraint::name)
                .filter(name -> former.stream().noneMatch(check -> check.name().equals(name)))
                .findFirst();
    }

    private List<CheckConstraint> checks(ProjectState state, ModelKey key) {
        return grammar.adapt(TableMapping.of(state, key)).checks();
    }
}
