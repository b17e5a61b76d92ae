package io.kuaka.command.tenant;

import io.kuaka.autodetect.arrange.MigrationNames;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.MigrationFiles;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the migrations by which models get a tenant, in four steps for each app: a reference that may be null; the default
 * tenant for all rows, in batches; the reference required, in rows inserted meanwhile, too; indexes and unique constraints with the tenant first.
 *
 * <p>Needs no database. The entities are changed afterwards, by hand; {@code makemigrations} then finds nothing left.
 */
public final class AdoptTenant {
    /**
     * The options.
     *
     * @param models the models that get a tenant
     * @param tenant the model of the tenants
     * @param field the name of the reference
     * @param idField the name of the attribute that holds the tenant's id in the same column, for Hibernate's {@code
     *     @TenantId}; null for none
     * @param defaultSlug the slug of the tenant that gets all rows
     * @param dryRun whether to write nothing
     */
    public record Options(
            List<ModelKey> models,
            ModelKey tenant,
            String field,
            @Nullable String idField,
            String defaultSlug,
            boolean dryRun) {
        public Options {
            models = models.stream().distinct().sorted().toList();
            if (!defaultSlug.matches("[\\w-]+")) {
                throw UnadoptableModelException.isNoSlug(defaultSlug);
            }
        }
    }

    /**
     * The migrations that were made.
     *
     * @param advice how the entities have to change, a line for each attribute, index and constraint
     */
    public record Result(List<NewMigration> migrations, List<String> advice) {
        public Result {
            migrations = List.copyOf(migrations);
            advice = List.copyOf(advice);
        }
    }

    /** A step of the series. */
    private record Step(String name, boolean isAtomic, List<Operation> operations) {}

    private final Project project;
    private final FeasibilityCheck feasibility;

    /**
     * Makes the command for an application.
     *
     * @param feasibility checks that the migrations can run
     */
    public AdoptTenant(Project project, FeasibilityCheck feasibility) {
        this.project = project;
        this.feasibility = feasibility;
    }

    /**
     * Makes the migrations.
     *
     * @throws io.kuaka.state.NoSuchModelException if there is no such model at the end of the history
     * @throws UnadoptableModelException if a model has such a field already, or no tenant can be assigned
     */
    public Result run(Options options) {
        MigrationGraph graph = project.graph(Set.of());
        graph.requireNoConflicts();
        ProjectState before = graph.states().atEnd();
        options.models().forEach(model -> requireAdoptable(before, model, options));
        List<MigrationNode> made = migrations(graph, before, options);
        List<NewMigration> files = new MigrationFiles(project, feasibility).of(made, before);
        if (!options.dryRun()) {
            SourceFiles.create(files);
        }
        Map<MigrationKey, NewMigration> byKey =
                files.stream().collect(Collectors.toMap(each -> each.migration().key(), each -> each));
        MigrationGraph after = graph.with(made);
        return new Result(
                made.stream().map(each -> byKey.get(each.key())).toList(),
                new EntityAdvice(before, after.states().atEnd(), options).lines());
    }

    private static void requireAdoptable(ProjectState state, ModelKey key, Options options) {
        Set<String> fields = state.model(key).fields().keySet();
        if (key.isPart()) {
            throw UnadoptableModelException.isPart(key);
        }
        if (key.equals(options.tenant())) {
            throw UnadoptableModelException.isTenant(key);
        }
        Stream.concat(Stream.of(options.field()), Stream.ofNullable(options.idField()))
                .filter(fields::contains)
                .findFirst()
                .ifPresent(field -> {
                    throw UnadoptableModelException.hasField(key, field);
                });
    }

    private static List<MigrationNode> migrations(MigrationGraph graph, ProjectState before, Options options) {
        Map<String, List<ModelKey>> byApp = options.models().stream()
                .collect(Collectors.groupingBy(ModelKey::app, TreeMap::new, Collectors.toList()));
        TenantSeries series = new TenantSeries(before, options);
        List<MigrationNode> made = new ArrayList<>();
        byApp.forEach((app, models) -> {
            MigrationKey previous = graph.leaves(app).get(0);
            Set<MigrationKey> dependencies = new TreeSet<>(Set.of(previous));
            dependencies.addAll(graph.leaves(options.tenant().app()));
            for (Step step : steps(series, app, models, options)) {
                long number = MigrationNames.number(previous.name()).orElse(0) + 1;
                MigrationKey key = new MigrationKey(app, MigrationNames.numbered(number, step.name()));
                List<Operation> operations = step.operations();
                made.add(new MigrationNode(
                        key,
                        List.copyOf(dependencies),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        step.isAtomic(),
                        () -> operations));
                previous = key;
                dependencies = new TreeSet<>(Set.of(key));
            }
        });
        return made;
    }

    private static List<Step> steps(TenantSeries series, String app, List<ModelKey> models, Options options) {
        List<Operation> tenantFirst = series.tenantFirst(models);
        List<Step> steps = new ArrayList<>(List.of(
                new Step("add_" + options.field(), true, series.nullable(models)),
                new Step("assign_default_" + options.field(), false, series.assigned(app, models)),
                new Step("require_" + options.field(), true, series.required(app, models))));
        if (!tenantFirst.isEmpty()) {
            steps.add(new Step(options.field() + "_first", true, tenantFirst));
        }
        return steps;
    }
}
