package io.kuaka.data;

import io.kuaka.base.Internal;
import io.kuaka.progress.RowProgress;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.statement.JavaCall;
import java.sql.Connection;

/** Code of a data migration as a statement, which works on the models as they are after its operation. */
@Internal
public final class HistoricalCall {
    private final OperationContext context;
    private final JavaCode code;

    private HistoricalCall(OperationContext context, JavaCode code) {
        this.context = context;
        this.code = code;
    }

    /** Returns the statement; {@code description} represents it in texts. */
    public static JavaCall of(String description, OperationContext context, JavaCode code) {
        return new JavaCall(description, new HistoricalCall(context, code)::run);
    }

    private void run(Connection connection, RowProgress progress) {
        Session session =
                Session.collecting(connection, context.dialect(), context.after(), progress, context.placement());
        try (Models models = new Models(context.app(), session)) {
            code.run(models);
            session.finish();
        } catch (Exception | Error e) {
            throw JavaCodeFailedException.of(code, e);
        }
    }
}
