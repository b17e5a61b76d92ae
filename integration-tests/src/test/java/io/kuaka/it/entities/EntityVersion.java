package io.kuaka.it.entities;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.it.support.HibernateServices;
import io.kuaka.it.support.Sources;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.dialect.Dialect;

/** The compiled entities of one version, and what Kuaka reads from them. */
record EntityVersion(String source, List<Class<?>> entities, ProjectState state, AutodetectOptions options) {
    private static final Pattern ENTITY = Pattern.compile("\\bclass (\\w+)");

    /** Compiles versions at once, each in a package of its own, and reads them. */
    static List<EntityVersion> compile(List<String> sources) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "entities")), "random");
            Map<String, String> packages = new LinkedHashMap<>();
            for (String source : sources) {
                String name = "shop.v" + packages.size();
                packages.put(name, source);
                Path file = folder.resolve("sources").resolve(name + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, "package " + name + ";\n" + source);
            }
            Path classes = folder.resolve("classes");
            Sources.compile(folder.resolve("sources"), classes, List.of());
            ClassLoader loader = Sources.loader(classes);
            List<EntityVersion> versions = new ArrayList<>();
            packages.forEach((name, source) -> versions.add(read(loader, name, source)));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityVersion read(ClassLoader loader, String packageName, String source) {
        List<String> names = ENTITY.matcher(source)
                .results()
                .map(found -> packageName + "." + found.group(1))
                .filter(name -> load(loader, name).isAnnotationPresent(Entity.class))
                .toList();
        return read(loader, source, names, "shop", packageName);
    }

    /** Reads entities that are compiled, all as one app. */
    static EntityVersion read(
            ClassLoader loader, String source, List<String> entityNames, String app, String packageName) {
        HibernateModelReader reader = new HibernateModelReader(ReaderSettings.of(loader)
                .withClassNames(entityNames)
                .withOwnership(new TableOwnership(app, List.of()))
                .withApps(new AppPackage(app, packageName)));
        ProjectState state = reader.read();
        AutodetectOptions options = AutodetectOptions.defaults()
                .withRenameHints(reader.renameHints())
                .withHistories(reader.histories())
                .withListPositions(reader.listPositions());
        List<Class<?>> entities =
                entityNames.stream().<Class<?>>map(name -> load(loader, name)).toList();
        return new EntityVersion(source, entities, state, options);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts Hibernate as an application with these entities does. */
    SessionFactory boot(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("hibernate.connection.url", database.url());
        settings.put("hibernate.connection.username", database.user());
        settings.put("hibernate.connection.password", database.password());
        settings.put("hibernate.query.mutation_strategy.persistent.create_tables", "false");
        settings.put("hibernate.query.startup_check", "false");
        // SQLite joins no more than 64 tables.
        settings.put("hibernate.max_fetch_depth", "1");
        // Columns get their final order only where a script is wanted; what the script is, is of no interest.
        settings.put("jakarta.persistence.schema-generation.scripts.action", "create");
        settings.put("jakarta.persistence.schema-generation.scripts.create-target", Writer.nullWriter());
        Class<? extends Dialect> dialect = database.engine().hibernateDialect();
        if (dialect != null) {
            settings.put("hibernate.dialect", dialect.getName());
        }
        MetadataSources sources = new MetadataSources(HibernateServices.registry(settings));
        entities.forEach(sources::addAnnotatedClass);
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(entities.get(0).getClassLoader());
        try {
            return sources.buildMetadata().buildSessionFactory();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
