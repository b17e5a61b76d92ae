package io.kuaka.spring.autoconfigure;

import io.kuaka.base.MigrationException;
import io.kuaka.spring.database.StartException;
import io.kuaka.spring.settings.StartSpelling;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what Kuaka has to say instead of a stack trace. */
final class KuakaFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
        return cause instanceof StartException start
                ? new FailureAnalysis(start.problem(), start.wayOut(), cause)
                : new FailureAnalysis(StartSpelling.in(String.valueOf(cause.getMessage())), null, cause);
    }
}
