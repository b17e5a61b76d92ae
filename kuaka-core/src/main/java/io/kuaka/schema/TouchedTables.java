package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.TableTouch.Kind;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a migration does to the tables that are there at its beginning, until a user's SQL or code may have dropped the
 * views that mind.
 */
final class TouchedTables {
    private final SqlGrammar grammar;
    private final List<TableChange> changes = new ArrayList<>();
    private final Set<TableName> created = new HashSet<>();
    private final List<TableTouch> dropped = new ArrayList<>();
    private boolean isClosed;

    TouchedTables(SqlGrammar grammar) {
        this.grammar = grammar;
    }

    void created(TableName table) {
        created.add(table);
    }

    void dropped(TableName table) {
        if (!isClosed && !created.remove(table)) {
            Optional<TableChange> former = former(table);
            former.ifPresent(changes::remove);
            TableName first = former.map(change -> change.before().name()).orElse(table);
            dropped.add(new TableTouch(grammar.catalogName(first), "", Kind.DROPPED));
        }
    }

    void changed(List<TableChange> together) {
        if (isClosed) {
            return;
        }
        for (TableChange change : together) {
            if (created.remove(change.before().name())) {
                created.add(change.after().name());
            } else {
                Optional<TableChange> former = former(change.before().name());
                former.ifPresent(changes::remove);
                changes.add(former.map(each -> each.then(change)).orElse(change));
            }
        }
    }

    private Optional<TableChange> former(TableName present) {
        return changes.stream()
                .filter(change -> change.after().name().equals(present))
                .findFirst();
    }

    /** From here on it isn't known which views are there. */
    void anythingHappens() {
        isClosed = true;
    }

    List<TableTouch> all() {
        List<TableTouch> all = new ArrayList<>(dropped);
        changes.forEach(change -> addTouches(change, all));
        return all;
    }

    private void addTouches(TableChange change, List<TableTouch> all) {
        Table before = change.before();
        TableName table = grammar.catalogName(before.name());
        if (!grammar.isSameName(before.name(), change.after().name())) {
            all.add(new TableTouch(table, "", Kind.RENAMED));
        }
        for (Column column : before.columns()) {
            String name = change.renamedColumns().getOrDefault(column.name(), column.name());
            String known = grammar.catalogName(column.name());
            Column now = change.after().column(name).orElse(null);
            if (column.equals(now)) {
                continue;
            }
            if (now == null) {
                all.add(new TableTouch(table, known, Kind.DROPPED));
                continue;
            }
            if (!known.equals(grammar.catalogName(name))) {
                all.add(new TableTouch(table, known, Kind.RENAMED));
            }
            if (!grammar.columnType(column).equals(grammar.columnType(now))
                    || !Objects.equals(column.collation(), now.collation())) {
                all.add(new TableTouch(table, known, Kind.RETYPED));
            }
        }
    }
}
