package io.kuaka.junit;

import io.kuaka.command.CheckMigrations;
import io.kuaka.command.CheckModels;
import io.kuaka.command.Drift;
import io.kuaka.command.trial.RoundTrip;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.data.Models;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What a project's tests assert of its migrations. The project is what the thread's class loader sees. */
public final class KuakaAssertions {
    private KuakaAssertions() {}

    /** Asserts that the models of all apps are what the migrations say. Needs no database. */
    public static void assertNoMissingMigrations() {
        TestProject project = TestProject.present();
        SortedSet<String> changed = new CheckModels(
                        project.project(), project.application().models())
                .run(CheckModels.Options.all())
                .changedApps();
        if (!changed.isEmpty()) {
            throw new AssertionError("The models of " + quoted(changed)
                    + " have changes without a migration. Run 'kuaka makemigrations'.");
        }
    }

    /**
     * Asserts that the code of migrations uses no class of the models as they are now: entities, mapped superclasses,
     * embeddables and converters. Needs no database.
     */
    public static void assertNoLiveEntities() {
        TestProject project = TestProject.present();
        List<CheckMigrations.LiveUse> uses = new CheckMigrations(
                        project.project(), project.application().models())
                .run(CheckMigrations.Options.all())
                .liveUses();
        if (!uses.isEmpty()) {
            throw new AssertionError(
                    uses.stream().map(CheckMigrations.LiveUse::describe).collect(Collectors.joining("\n")));
        }
    }

    /**
     * Asserts that each migration can be reversed and applied again, and that tables and rows are then what they were.
     * It is tried in a database in memory.
     *
     * @param apps the apps; none for all
     */
    public static void assertReversible(String... apps) {
        assertReversible((migration, models) -> {}, apps);
    }

    /**
     * Asserts the same with rows.
     *
     * @param rows inserts rows on the way
     */
    public static void assertReversible(SampleRows rows, String... apps) {
        check(TestProject.present().application().roundTrip(null), rows, apps);
    }

    /**
     * Asserts the same on a server.
     *
     * @param database an empty database, which is emptied again
     */
    public static void assertReversible(DataSource database, SampleRows rows, String... apps) {
        check(RoundTrip.at(TestProject.present().project(), database::getConnection), rows, apps);
    }

    private static void check(RoundTrip trip, SampleRows rows, String... apps) {
        List<RoundTrip.Failure> failures = trip.run(new RoundTrip.Options(
                        new TreeSet<>(List.of(apps)), (migration, models) -> rows.insert(migration.toString(), models)))
                .failures();
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.stream()
                    .flatMap(failure -> Stream.concat(
                            Stream.of(failure.migration() + " " + failure.kind().words() + ":"),
                            failure.problems().stream().map(problem -> "  - " + problem)))
                    .collect(Collectors.joining("\n")));
        }
    }

    /**
     * Asserts that a database has the tables that the migrations in its history make, but for what the setting
     * {@code drift.ignore} accepts today.
     *
     * @throws io.kuaka.command.UnusableDriftRuleException when one of its rules doesn't say what, until when and why
     */
    public static void assertNoDrift(DataSource database) {
        TestProject project = TestProject.present();
        List<SchemaDifference> differences = new Drift(project.project(), project.source(database))
                .run(new Drift.Options(
                        new TreeSet<>(), project.application().acceptedDrift(), LocalDate.now(ZoneId.systemDefault())))
                .differences();
        if (!differences.isEmpty()) {
            throw new AssertionError("The database isn't what its history says:\n"
                    + differences.stream()
                            .map(difference -> "  - " + difference.describe())
                            .collect(Collectors.joining("\n")));
        }
    }

    /**
     * Asserts that each row of the tenant-aware models has a tenant, and that none refers to a row of another tenant, also
     * in joined subclasses and join tables. Rows of models that the tenants share aren't looked at.
     *
     * @param attribute the attribute that holds the tenant, as in {@link Models#asTenant}
     */
    public static void assertTenantIsolation(Models models, String attribute) {
        fail("Tenants are mixed:", new TenantIsolation(models, attribute).problems());
    }

    /**
     * Runs the migration that is tested, and asserts that it leaves each row with its tenant: the rows of models that have
     * the attribute before and after it, by their primary keys. Fails also if there are rows that it can't compare, because
     * the migration changes the columns of their primary key, or their model's name and table at once. Then asserts
     * isolation as {@link #assertTenantIsolation(Models, String)} does.
     *
     * @param attribute the attribute that holds the tenant before and after the migration
     */
    public static void assertTenantIsolation(Migrator migrator, String attribute) {
        TenantsOfRows before = TenantsOfRows.read(migrator.models(), attribute);
        migrator.migrate();
        List<String> moved = before.movedUntil(TenantsOfRows.read(migrator.models(), attribute));
        fail("The migration moved rows from one tenant to another:", moved);
        assertTenantIsolation(migrator.models(), attribute);
    }

    private static void fail(String what, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    what + problems.stream().map(each -> "\n  - " + each).collect(Collectors.joining()));
        }
    }

    private static String quoted(SortedSet<String> apps) {
        return apps.stream().map(app -> "\"" + app + "\"").collect(Collectors.joining(", "));
    }
}
