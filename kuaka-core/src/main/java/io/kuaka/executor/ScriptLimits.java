package io.kuaka.executor;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.session.SessionLimits.Kind;
import io.kuaka.schema.session.SessionLimits.Scope;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limits of the statements of one script, and the settings that make them.
 *
 * <p>They aren't among its statements: another limit doesn't make it another script.
 */
public record ScriptLimits(Dialect dialect, TimeLimits times, boolean transactional) {
    /** The settings along the statements of a script; each walk begins without any. */
    final class Walk {
        private boolean locksAreLimited;

        /** Returns the settings that come before a statement. In a transaction, locks stay until its end. */
        List<Sql> before(PlannedStatement planned) {
            boolean isLimited = needsStrongLock(planned) || (transactional && locksAreLimited);
            if (isLimited == locksAreLimited) {
                return List.of();
            }
            Optional<Sql> setting =
                    isLimited ? set(Kind.LOCK, times.lock()) : spelling().reset(Kind.LOCK);
            locksAreLimited = isLimited && setting.isPresent();
            return setting.stream().toList();
        }
    }

    Walk walk() {
        return new Walk();
    }

    /** Returns the settings that come before all statements. */
    List<Sql> opening() {
        return set(Kind.STATEMENT, times.statement()).stream().toList();
    }

    /** Returns the settings that come after the statements. Those of a transaction end with it. */
    List<Sql> restoring(List<PlannedStatement> statements) {
        List<Sql> settings = new ArrayList<>();
        if (!transactional) {
            if (statements.stream().anyMatch(this::needsStrongLock)) {
                set(Kind.LOCK, times.lock())
                        .flatMap(sql -> spelling().reset(Kind.LOCK))
                        .ifPresent(settings::add);
            }
            set(Kind.STATEMENT, times.statement())
                    .flatMap(sql -> spelling().reset(Kind.STATEMENT))
                    .ifPresent(settings::add);
        }
        return settings;
    }

    SessionLimits spelling() {
        return dialect.limits();
    }

    /** Others wait behind a statement that waits for such a lock. What runs outside transactions doesn't need any. */
    boolean needsStrongLock(PlannedStatement planned) {
        return planned.statement()
                .match(
                        sql -> switch (SqlKind.of(sql)) {
                            case GUARD, PREPARATION, SETTING, ROWS -> false;
                            case OTHER -> !dialect.runsOutsideTransaction(sql);
                        },
                        call -> false);
    }

    private Optional<Sql> set(Kind kind, Duration limit) {
        Scope scope = transactional ? Scope.TRANSACTION : Scope.SESSION;
        return limit.isZero() ? Optional.empty() : spelling().set(kind, limit, scope);
    }
}
