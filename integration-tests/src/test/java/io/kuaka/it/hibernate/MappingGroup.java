package io.kuaka.it.hibernate;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.it.mapping.Aggregates;
import io.kuaka.it.mapping.AnyReferences;
import io.kuaka.it.mapping.Associations;
import io.kuaka.it.mapping.Collections;
import io.kuaka.it.mapping.CustomTypes;
import io.kuaka.it.mapping.Documents;
import io.kuaka.it.mapping.Embeddables;
import io.kuaka.it.mapping.Enumerations;
import io.kuaka.it.mapping.Envers;
import io.kuaka.it.mapping.FromXml;
import io.kuaka.it.mapping.Generators;
import io.kuaka.it.mapping.Histories;
import io.kuaka.it.mapping.Inheritances;
import io.kuaka.it.mapping.Keys;
import io.kuaka.it.mapping.Lengths;
import io.kuaka.it.mapping.LongBytes;
import io.kuaka.it.mapping.LongTexts;
import io.kuaka.it.mapping.Maps;
import io.kuaka.it.mapping.MysqlCollations;
import io.kuaka.it.mapping.NamedEnums;
import io.kuaka.it.mapping.NativeIds;
import io.kuaka.it.mapping.Numbers;
import io.kuaka.it.mapping.PostgresCollations;
import io.kuaka.it.mapping.Registrations;
import io.kuaka.it.mapping.Rules;
import io.kuaka.it.mapping.SharedTables;
import io.kuaka.it.mapping.SqliteCollations;
import io.kuaka.it.mapping.Tenants;
import io.kuaka.it.mapping.Texts;
import io.kuaka.it.mapping.Times;
import io.kuaka.it.mapping.Validated;
import io.kuaka.it.support.Engine;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The library of mappings: groups of entities that together use whatever makes a difference to a schema. */
public enum MappingGroup {
    TEXTS(Texts.class),
    LENGTHS(Lengths.class),
    LONG_TEXTS(LongTexts.class),
    LONG_BYTES(LongBytes.class),
    NUMBERS(Numbers.class),
    TIMES(Times.class),
    ENUMERATIONS(Enumerations.class),
    RULES(Rules.class),
    KEYS(Keys.class),
    GENERATORS(Generators.class),
    NATIVE_IDS(NativeIds.class),
    EMBEDDABLES(Embeddables.class),
    ASSOCIATIONS(Associations.class),
    COLLECTIONS(Collections.class),
    MAPS(Maps.class),
    INHERITANCES(Inheritances.class),
    ANY_REFERENCES(AnyReferences.class),
    DOCUMENTS(Documents.class),
    AGGREGATES(Aggregates.class, Engine.H2, Engine.POSTGRESQL, Engine.MARIADB, Engine.MYSQL),
    NAMED_ENUMS(NamedEnums.class, Engine.POSTGRESQL),
    CUSTOM_TYPES(CustomTypes.class),
    REGISTRATIONS(Registrations.class),
    COLLATIONS(PostgresCollations.class, Engine.POSTGRESQL),
    MYSQL_COLLATIONS(MysqlCollations.class, Engine.MARIADB, Engine.MYSQL),
    SQLITE_COLLATIONS(SqliteCollations.class, Engine.SQLITE),
    SHARED_TABLES(SharedTables.class),
    TENANTS(Tenants.class),
    HISTORIES(Histories.class, Map.of("hibernate.temporal.table_strategy", "HISTORY_TABLE")),
    ENVERS(Envers.class),
    VALIDATED(Validated.class),
    FROM_XML(FromXml.class, "mapping/orm.xml", "mapping/mapping.xml");

    private static final Set<String> PERSISTENT = Set.of("Entity", "MappedSuperclass", "Embeddable", "Converter");

    private final Class<?> group;
    private final SortedSet<Engine> engines;
    private final Map<String, String> settings;
    private final List<String> mappingFiles;
    private ProjectState state;
    private List<MigrationNode> migrations;

    MappingGroup(Class<?> group) {
        this(group, Engine.values());
    }

    /** A group of mappings that Hibernate itself knows on some databases only, or of names that only those have. */
    MappingGroup(Class<?> group, Engine... engines) {
        this(group, Set.of(engines), Map.of(), List.of());
    }

    MappingGroup(Class<?> group, Map<String, String> settings) {
        this(group, Set.of(Engine.values()), settings, List.of());
    }

    MappingGroup(Class<?> group, String... mappingFiles) {
        this(group, Set.of(Engine.values()), Map.of(), List.of(mappingFiles));
    }

    MappingGroup(Class<?> group, Set<Engine> engines, Map<String, String> settings, List<String> mappingFiles) {
        this.group = group;
        this.engines = new TreeSet<>(engines);
        this.settings = settings;
        this.mappingFiles = mappingFiles;
    }

    /** Returns all classes of the group, enumerations for instance. */
    public List<Class<?>> types() {
        return List.of(group.getDeclaredClasses());
    }

    /** Returns the classes that annotations map, in the order of their names. */
    List<Class<?>> classes() {
        return types().stream()
                .filter(type -> Stream.of(type.getAnnotations())
                        .anyMatch(annotation ->
                                PERSISTENT.contains(annotation.annotationType().getSimpleName())))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    List<String> mappingFiles() {
        return mappingFiles;
    }

    Map<String, String> settings() {
        return settings;
    }

    /** Returns the databases on which Hibernate knows these mappings. */
    Set<Engine> engines() {
        return engines;
    }

    /** Returns the entities as Kuaka reads them; they are read once for all databases. */
    synchronized ProjectState state() {
        if (state == null) {
            state = read(settings);
        }
        return state;
    }

    /** Reads the entities with the given settings of Hibernate. */
    ProjectState read(Map<String, String> properties) {
        return new HibernateModelReader(ReaderSettings.of(MappingGroup.class.getClassLoader())
                        .withClassNames(classes().stream().map(Class::getName).toList())
                        .withMappingFiles(mappingFiles)
                        .withOwnership(new TableOwnership("mapping", List.of()))
                        .withProperties(properties))
                .read();
    }

    /** Returns the migrations that make the tables of this group. */
    synchronized List<MigrationNode> migrations() {
        if (migrations == null) {
            migrations = MappingRun.detect(MigrationGraph.of(List.of()), state());
        }
        return migrations;
    }

    /** Returns the way back to nothing. */
    List<Target> zero() {
        return MigrationGraph.of(migrations()).apps().stream().map(Target::zero).toList();
    }
}
