package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Standbys, poolers and logical replication, found out by one query. */
final class PostgresSurroundings {
    private static final String QUESTION = """
            with own as (
                select c.oid, c.relname from pg_class c
                where c.relkind = 'r' and c.relname = any(string_to_array(?, ',')) and pg_table_is_visible(c.oid))
            select pg_is_in_recovery() as is_standby, current_setting('transaction_read_only') = 'on' as is_read_only,
                pg_backend_pid() as pid,
                (select string_agg(distinct p.pubname, ', ' order by p.pubname)
                    from pg_publication p, own
                    where p.puballtables
                        or exists (select 1 from pg_publication_rel r where r.prpubid = p.oid and r.prrelid = own.oid)
                        or exists (
                            select 1 from pg_publication_namespace s join pg_class c on c.relnamespace = s.pnnspid
                            where s.pnpubid = p.oid and c.oid = own.oid)) as publications,
                (select string_agg(distinct s.subname, ', ' order by s.subname)
                    from pg_subscription_rel r join pg_subscription s on s.oid = r.srsubid join own on own.oid = r.srrelid)
                    as subscriptions
            """;

    private static final String STANDBY =
            "This is a standby, which can't be migrated, and its history may be behind that"
                    + " of its primary. Connect to the primary; if the URL has several hosts, add targetServerType=primary.";
    private static final String READ_ONLY =
            "This database can only be read by this connection: transaction_read_only is"
                    + " on, by default_transaction_read_only or by the driver. Use a connection that may write.";
    private static final String POOLED =
            "There is a pooler between Kuaka and the server. Java code runs without prepared"
                    + " statements, and limits hold in transactions only.";

    private PostgresSurroundings() {}

    static Surroundings of(Connection connection, List<String> ownTables) throws SQLException {
        List<Surroundings> found = new ArrayList<>();
        CatalogQuery.of(QUESTION, String.join(",", ownTables)).forEach(connection, row -> {
            boolean isPooled = PostgresBackend.isPooled(connection, row.getString("pid"));
            String refusal = row.getBoolean("is_standby") ? STANDBY : row.getBoolean("is_read_only") ? READ_ONLY : "";
            List<String> notes =
                    new ArrayList<>(replication(row.getString("publications"), row.getString("subscriptions")));
            if (isPooled) {
                notes.add(POOLED);
            }
            found.add(new Surroundings(refusal, notes, isPooled, List.of(), List.of()));
        });
        Surroundings all = found.get(0);
        if (all.isPooled()) {
            PostgresBackend.useNoPreparedStatements(connection);
        }
        return all;
    }

    private static List<String> replication(@Nullable String publications, @Nullable String subscriptions) {
        List<String> notes = new ArrayList<>();
        if (publications != null) {
            notes.add("The history is in the publication " + publications
                    + ": a subscriber that gets it reports migrations"
                    + " as applied, but doesn't have the tables. Take Kuaka's tables out of the publication.");
        }
        if (subscriptions != null) {
            notes.add(
                    "The history comes by the subscription " + subscriptions + ", so it says what another database has"
                            + " applied, not what this one has. Take Kuaka's tables out of the publication on the other side.");
        }
        return notes;
    }
}
