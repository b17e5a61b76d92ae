package com.example.myapp.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@DependsOn("myapp.0007_fill_new_field")
public final class M0008_recent_rows implements Migration {
    private static final String POSTGRESQL = "now() - interval '30 days'";
    private static final String MYSQL = "now() - interval 30 day";
    private static final String H2 = "now() - interval '30' day";
    // Hibernate stores times as milliseconds there.
    private static final String SQLITE = "(unixepoch() - 30 * 86400) * 1000";

    @Override
    public List<Operation> operations() {
        return List.of(RunSql.on("postgresql", mark("active", POSTGRESQL), mark("inactive", POSTGRESQL))
                .orOn("mysql", mark("active", MYSQL), mark("inactive", MYSQL))
                .orOn("mariadb", mark("active", MYSQL), mark("inactive", MYSQL))
                .orOn("h2", mark("active", H2), mark("inactive", H2))
                .orOn("sqlite", mark("active", SQLITE), mark("inactive", SQLITE)));
    }

    private static String mark(String status, String since) {
        return "update myapp_mymodel set status = '" + status + "' where createdAt > " + since;
    }
}
