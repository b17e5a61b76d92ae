package io.kuaka.executor;

import io.kuaka.graph.PlanStep;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.View;
import io.kuaka.schema.session.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for views that a migration breaks, before its first statement. Views are read once, and again after each
 * migration with a user's SQL or code.
 */
final class ViewCheck {
    private final Views views;
    private final Connection connection;
    private @Nullable List<View> known;

    ViewCheck(Dialect dialect, Connection connection) {
        this.views = dialect.views();
        this.connection = connection;
    }

    /**
     * Checks all migrations up to the first one whose statements may change views.
     *
     * @throws BrokenViewsException if one of them would break a view
     */
    void requireAtStart(List<PlanStep> steps, List<MigrationScript> scripts) throws SQLException {
        for (int i = 0; i < scripts.size(); i++) {
            require(steps.get(i), scripts.get(i));
            if (mayChangeViews(scripts.get(i))) {
                return;
            }
        }
    }

    /** Checks a migration at its turn. */
    void require(PlanStep step, MigrationScript script) throws SQLException {
        List<String> found = new ArrayList<>();
        for (TableTouch touch : script.touches()) {
            List<String> broken = broken(touch);
            if (!broken.isEmpty()) {
                found.add(touch.words() + ", which " + String.join(", ", broken)
                        + (broken.size() == 1 ? " uses." : " use."));
            }
        }
        if (!found.isEmpty()) {
            throw new BrokenViewsException(step.key(), found);
        }
    }

    /** Notes that a migration was run. */
    void ran(MigrationScript script) {
        if (mayChangeViews(script)) {
            known = null;
        }
    }

    private List<String> broken(TableTouch touch) throws SQLException {
        if (!views.areBrokenBy(touch.kind())) {
            return List.of();
        }
        List<View> all = known == null ? views.all(connection) : known;
        known = all;
        return all.stream().filter(view -> view.uses(touch)).map(View::words).collect(Collectors.toList());
    }

    private static boolean mayChangeViews(MigrationScript script) {
        return script.statements().stream()
                .anyMatch(planned -> planned.statement().match(sql -> sql.isForeign(), call -> true));
    }
}
