package io.kuaka.hibernate.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is found in class files: the persistent classes, the apps, and the persistence units.
 *
 * <p>Nothing is loaded. A root is a folder of classes or a jar.
 *
 * @param entityNames the entities
 * @param classNames the entities, mapped superclasses, embeddables and converters
 * @param packageNames the packages with annotations
 * @param apps the packages that have migrations, or that {@code @App} names; empty when there are none of either
 * @param unitFiles each {@code META-INF/persistence.xml}
 * @param mappingFiles each {@code META-INF/orm.xml}, which belongs to every unit
 * @param migrationUses the classes in packages of migrations, and the names in their code
 */
public record EntityScan(
        List<String> entityNames,
        List<String> classNames,
        List<String> packageNames,
        List<AppPackage> apps,
        List<UnitFile> unitFiles,
        List<String> mappingFiles,
        Map<String, Set<String>> migrationUses) {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final Set<String> PERSISTENT = Set.of(
            ENTITY,
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Converter");

    private static final String APP = "io.kuaka.migration.App";
    private static final String PACKAGE_INFO = ".package-info";
    private static final String MIGRATIONS = "migrations";
    private static final String PERSISTENCE_XML = "META-INF/persistence.xml";
    private static final String ORM_XML = "META-INF/orm.xml";

    public EntityScan {
        entityNames = List.copyOf(entityNames);
        classNames = List.copyOf(classNames);
        packageNames = List.copyOf(packageNames);
        apps = List.copyOf(apps);
        unitFiles = List.copyOf(unitFiles);
        mappingFiles = List.copyOf(mappingFiles);
        migrationUses = Map.copyOf(migrationUses);
    }

    /**
     * Scans the given folders and jars; one that doesn't exist is empty.
     *
     * @throws UncheckedIOException if a file can't be read
     */
    public static EntityScan of(List<Path> roots) {
        Scanner scanner = new Scanner();
        roots.stream().filter(Files::exists).forEach(scanner::scanRoot);
        return scanner.result();
    }

    /**
     * Returns the units of all {@code META-INF/persistence.xml}.
     *
     * @throws UnreadableUnitsException if one isn't well-formed
     */
    public List<PersistenceUnit> units() {
        return unitFiles.stream().flatMap(file -> file.units().stream()).toList();
    }

    /**
     * Returns the settings for what was found.
     *
     * <p>A unit that excludes unlisted classes has only its own; otherwise they are added.
     *
     * @param unit the persistence unit to read; null for all classes that were found
     */
    public ReaderSettings settings(ClassLoader classLoader, @Nullable PersistenceUnit unit) {
        Set<String> classes = new TreeSet<>(unit != null && unit.excludesUnlisted() ? List.of() : classNames);
        List<String> files = new ArrayList<>(mappingFiles);
        if (unit != null) {
            classes.addAll(unit.classNames());
            unit.mappingFiles().stream().filter(file -> !files.contains(file)).forEach(files::add);
        }
        ReaderSettings settings = ReaderSettings.of(classLoader)
                .withClassNames(List.copyOf(classes))
                .withPackageNames(packageNames)
                .withMappingFiles(files)
                .withMigrationUses(migrationUses)
                .withApps(apps);
        return unit == null ? settings : settings.withProperties(unit.properties());
    }

    /** Gathers what is found. */
    private static final class Scanner {
        private final Set<String> entityNames = new TreeSet<>();
        private final Set<String> classNames = new TreeSet<>();
        private final Set<String> packageNames = new TreeSet<>();
        private final Map<String, String> labels = new TreeMap<>();
        private final List<UnitFile> unitFiles = new ArrayList<>();
        private final Set<String> mappingFiles = new TreeSet<>();
        private final Map<String, Set<String>> migrationUses = new TreeMap<>();

        void scanRoot(Path root) {
            try {
                if (Files.isDirectory(root)) {
                    scanFolder(root, root);
                } else {
                    URI jar = URI.create("jar:" + root.toUri());
                    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                        scanFolder(files.getPath("/"), root);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Can't read " + root + ": " + e.getMessage(), e);
            }
        }

        private void scanFolder(Path folder, Path root) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    scanFile(file, folder.relativize(file).toString().replace('\\', '/'), root);
                }
            }
        }

        private void scanFile(Path file, String name, Path root) throws IOException {
            if (name.equals(PERSISTENCE_XML)) {
                unitFiles.add(new UnitFile(root.resolve(name).toString(), Files.readAllBytes(file)));
            } else if (name.equals(ORM_XML)) {
                mappingFiles.add(ORM_XML);
            } else if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                scanClass(file, name, root);
            }
        }

        private void scanClass(Path file, String name, Path root) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            try {
                ClassFile found = ClassFile.read(new ByteArrayInputStream(bytes));
                if (found != null) {
                    add(found);
                }
            } catch (IOException | RuntimeException e) {
                throw new BrokenClassException(name, root, e);
            }
        }

        private void add(ClassFile file) {
            String name = file.className();
            if (name.endsWith(PACKAGE_INFO)) {
                addPackage(name.substring(0, name.length() - PACKAGE_INFO.length()), file.annotations());
            } else if (file.annotations().keySet().stream().anyMatch(PERSISTENT::contains)) {
                classNames.add(name);
            }
            if (file.annotations().containsKey(ENTITY)) {
                entityNames.add(name);
            }
            String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (packageName.endsWith("." + MIGRATIONS)) {
                String app = packageName.substring(0, packageName.length() - MIGRATIONS.length() - 1);
                labels.putIfAbsent(app, AppPackage.of(app).label());
                migrationUses.put(name, file.uses());
            }
        }

        private void addPackage(String name, Map<String, String> annotations) {
            if (!annotations.isEmpty()) {
                packageNames.add(name);
            }
            if (annotations.containsKey(APP)) {
                labels.put(name, annotations.get(APP));
            }
        }

        EntityScan result() {
            List<AppPackage> apps = new ArrayList<>();
            labels.forEach((name, label) -> apps.add(new AppPackage(label, name)));
            return new EntityScan(
                    List.copyOf(entityNames),
                    List.copyOf(classNames),
                    List.copyOf(packageNames),
                    apps,
                    unitFiles,
                    List.copyOf(mappingFiles),
                    migrationUses);
        }
    }
}
