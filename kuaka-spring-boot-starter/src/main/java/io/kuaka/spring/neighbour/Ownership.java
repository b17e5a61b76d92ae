package io.kuaka.spring.neighbour;

import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.state.ModelState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Says which tool changes which tables, and refuses that two change the same one without anybody saying so. */
public final class Ownership {
    private static final Logger LOG = System.getLogger("io.kuaka");
    private static final Set<String> TEXTS = Set.of("sql", "xml", "yaml", "yml", "json");

    private final List<OwnedTables> others;
    private final SortedSet<String> shared;

    private Ownership(List<OwnedTables> others, SortedSet<String> shared) {
        this.others = others;
        this.shared = shared;
    }

    /**
     * Reads the scripts of the other tools of an application.
     *
     * @param shared the tables that several tools may change
     */
    public static Ownership of(
            ConfigurableListableBeanFactory beans, Environment environment, Collection<String> shared) {
        List<OwnedTables> others = new ArrayList<>();
        for (OtherTool tool : OtherTool.ALL) {
            if (isActive(tool, beans)) {
                List<String> places = Binder.get(environment)
                        .bind(tool.property(), Bindable.listOf(String.class))
                        .orElse(List.of(tool.places()));
                others.add(new OwnedTables(tool.name(), scripts(places, beans.getBeanClassLoader())));
            }
        }
        return new Ownership(
                others,
                shared.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean isActive(OtherTool tool, ConfigurableListableBeanFactory beans) {
        ClassLoader classLoader = beans.getBeanClassLoader();
        return ClassUtils.isPresent(tool.beanType(), classLoader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(tool.beanType(), classLoader), true, false)
                                .length
                        > 0;
    }

    private static SortedMap<String, String> scripts(List<String> places, ClassLoader classLoader) {
        SortedMap<String, String> scripts = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(classLoader);
        try {
            for (String place : places) {
                for (Resource each : resolver.getResources(OtherTool.pattern(place.strip()))) {
                    String name = Objects.requireNonNullElse(each.getFilename(), "");
                    String extension = StringUtils.getFilenameExtension(name);
                    // Folders are among what matches a pattern, where the application isn't packed.
                    if (extension != null && TEXTS.contains(extension) && each.isReadable()) {
                        ScriptText.tables(each.getContentAsString(StandardCharsets.UTF_8))
                                .forEach(table -> scripts.putIfAbsent(table, name));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the scripts in " + places + ": " + e.getMessage(), e);
        }
        return scripts;
    }

    /**
     * Logs which tool changes which tables of a database.
     *
     * @throws TablesOwnedTwiceException if Kuaka and another tool change the same table
     */
    public void require(ManagedDatabase database) {
        if (others.isEmpty()) {
            return;
        }
        SortedSet<String> own = tables(database);
        LOG.log(Level.INFO, "Kuaka owns the tables of \"{0}\": {1}", database.name(), String.join(", ", own));
        for (OwnedTables other : others) {
            LOG.log(
                    Level.INFO,
                    "{0} owns the tables: {1}",
                    other.tool(),
                    String.join(", ", other.scripts().keySet()));
            SortedMap<String, String> twice = new TreeMap<>(other.scripts());
            twice.keySet().retainAll(own);
            twice.keySet().removeAll(shared);
            if (!twice.isEmpty()) {
                throw new TablesOwnedTwiceException(other.tool(), twice);
            }
        }
    }

    private static SortedSet<String> tables(ManagedDatabase database) {
        return database.project().graph(Set.of()).states().atEnd().models().values().stream()
                .map(ModelState::table)
                .map(name -> name.replace("`", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
