package io.kuaka.spring.actuate;

import io.kuaka.command.ShowMigrations;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.spring.actuate.MigrationsReport.DatabaseReport;
import io.kuaka.spring.actuate.MigrationsReport.MigrationReport;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.spring.settings.StartSpelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The migrations of one database now. */
record DatabaseStatus(ShowMigrations.Result found) {
    static DatabaseStatus of(ManagedDatabase database) {
        return new DatabaseStatus(
                new ShowMigrations(database.project(), database.source()).run(ShowMigrations.Options.all()));
    }

    /** Returns the migrations that aren't applied. */
    List<String> pending() {
        return found.order().stream()
                .filter(entry -> switch (entry.status()) {
                    case NOT_APPLIED, UNFINISHED -> true;
                    case APPLIED, EDITED, REPLACES_APPLIED -> false;
                })
                .map(entry -> entry.key().toString())
                .toList();
    }

    List<String> problems() {
        return found.problems().stream().map(StartSpelling::in).toList();
    }

    /** Returns the latest migrations of the apps that have several. */
    SortedMap<String, List<String>> conflicts() {
        return map(found.conflicts(), key -> key.toString());
    }

    DatabaseReport report(@Nullable List<String> changedModels) {
        return new DatabaseReport(
                map(found.byApp(), DatabaseStatus::migration),
                pending(),
                conflicts(),
                problems(),
                found.unknown().stream().map(Object::toString).toList(),
                found.runner().map(LeaseRow::words).orElse(null),
                changedModels);
    }

    private static MigrationReport migration(ShowMigrations.Entry entry) {
        return new MigrationReport(
                entry.key().name(),
                entry.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                entry.appliedAt().orElse(null),
                entry.appliedBy().orElse(null));
    }

    private static <A, B> SortedMap<String, List<B>> map(Map<String, List<A>> lists, Function<A, B> each) {
        SortedMap<String, List<B>> result = new TreeMap<>();
        lists.forEach((name, list) -> result.put(name, list.stream().map(each).toList()));
        return result;
    }
}
