package io.kuaka.executor;

import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlSink;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.statement.Walk;
import java.util.List;

/** Collects statements as text for the database's own client. */
public final class TextSink implements SqlSink {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void accept(List<PlannedStatement> statements) {
        statements.forEach(planned -> append(planned.statement()));
    }

    /** Adds one statement that belongs to no operation. */
    public void line(Sql sql) {
        append(sql);
    }

    /** Adds a heading above the statements that follow. */
    public void header(String title) {
        text.append("--\n-- ").append(title).append("\n--\n");
    }

    /** Adds a comment. */
    public void comment(String remark) {
        text.append(commented(remark));
    }

    /** Returns what was collected. */
    public String text() {
        return text.toString();
    }

    private void append(Statement statement) {
        text.append(statement.<String>match(TextSink::lines, TextSink::lines));
    }

    private static String lines(JavaCall call) {
        Walk walk = call.walk();
        if (walk == null || walk.whole().isEmpty()) {
            return commented("THIS OPERATION CANNOT BE WRITTEN AS SQL");
        }
        String batches = "Kuaka runs it in batches along the primary key, each a transaction of its own:\n"
                + String.join(";\n", walk.batch()) + ";\nThe same at once:";
        return commented(batches) + String.join(";\n", walk.whole()) + ";\n";
    }

    private static String lines(Sql sql) {
        String remark =
                switch (sql.role()) {
                    case GUARD -> commented("Check; fails if it returns rows: " + sql.violation());
                    case EACH -> commented("Each row of this query is a statement, which is run:");
                    case PREPARATION -> commented("Cleans up if the next statement failed in an earlier run:");
                    case CHANGE, ROWS, CLAIM, CALL, SETTING, FOREIGN -> "";
                };
        // A semicolon after a comment would be part of it.
        String lastLine = sql.text().substring(sql.text().lastIndexOf('\n') + 1);
        boolean mayEndInComment = sql.isForeign() && (lastLine.contains("--") || lastLine.contains("#"));
        String end = mayEndInComment ? "\n;\n" : ";\n";
        return remark + sql.text() + end;
    }

    private static String commented(String remark) {
        return "-- " + remark.replace("\n", "\n-- ") + "\n";
    }
}
