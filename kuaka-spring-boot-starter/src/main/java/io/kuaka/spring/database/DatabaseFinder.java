package io.kuaka.spring.database;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Database;
import io.kuaka.command.project.Project;
import io.kuaka.spring.KuakaConnectionDetails;
import io.kuaka.spring.KuakaDataSource;
import io.kuaka.spring.settings.KuakaProperties;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Finds the databases to migrate among the beans of an application. */
public final class DatabaseFinder {
    private static final Logger LOG = System.getLogger("io.kuaka");
    private static final Pattern IN_MEMORY = Pattern.compile("jdbc:(h2:mem|hsqldb:mem|derby:memory):");

    private final ConfigurableListableBeanFactory beans;
    private final KuakaProperties properties;
    private final Project project;

    public DatabaseFinder(ConfigurableListableBeanFactory beans, KuakaProperties properties, Project project) {
        this.beans = beans;
        this.properties = properties;
        this.project = project;
    }

    /**
     * Finds them.
     *
     * @throws UnclearDataSourceException when nothing says which of several data sources is meant
     */
    public List<ManagedDatabase> find() {
        List<String> marked = Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class))
                .filter(name -> beans.findAnnotationOnBean(name, KuakaDataSource.class) != null)
                .toList();
        KuakaConnectionDetails details = details();
        if (marked.isEmpty()) {
            return List.of(theOne(details));
        }
        boolean hasOwnConnection = details != null || properties.user() != null;
        if (marked.size() > 1 && hasOwnConnection) {
            throw UnclearDataSourceException.ofConnection(marked);
        }
        return marked.stream().map(name -> marked(name, details)).toList();
    }

    private ManagedDatabase theOne(@Nullable KuakaConnectionDetails details) {
        DataSource dataSource = beans.getBeanProvider(DataSource.class).getIfUnique();
        if (dataSource != null) {
            return database(nameOf(dataSource), dataSource, details, project);
        }
        if (details == null) {
            throw UnclearDataSourceException.among(
                    List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class)));
        }
        return new ManagedDatabase("kuaka", null, inItsTables(database(details)), project);
    }

    private ManagedDatabase marked(String name, @Nullable KuakaConnectionDetails details) {
        List<String> apps = List.of(Objects.requireNonNull(beans.findAnnotationOnBean(name, KuakaDataSource.class))
                .apps());
        Project own = apps.isEmpty() ? project : project.withOnly(apps);
        return database(name, beans.getBean(name, DataSource.class), details, own);
    }

    private ManagedDatabase database(
            String name, DataSource application, @Nullable KuakaConnectionDetails details, Project own) {
        return new ManagedDatabase(name, application, inItsTables(source(application, details)), own);
    }

    private ConnectionSource source(DataSource application, @Nullable KuakaConnectionDetails details) {
        if (details != null) {
            Database database = database(details);
            if (EmbeddedDatabaseConnection.isEmbedded(application)
                    && !IN_MEMORY.matcher(database.url()).lookingAt()) {
                // A slice test has replaced the data source: its database is the one that is meant.
                LOG.log(
                        Level.INFO,
                        "The application''s database is embedded, so Kuaka migrates that and not {0}.",
                        database.redactedUrl());
                return application::getConnection;
            }
            return database;
        }
        String user = properties.user();
        return user == null ? application::getConnection : derived(application, user)::getConnection;
    }

    private DataSource derived(DataSource application, String user) {
        return DataSourceBuilder.derivedFrom(application)
                .type(SimpleDriverDataSource.class)
                .username(user)
                .password(Objects.requireNonNullElse(properties.password(), ""))
                .build();
    }

    private ConnectionSource inItsTables(ConnectionSource source) {
        return source.withHistoryIn(properties.schema(), properties.table());
    }

    private @Nullable KuakaConnectionDetails details() {
        KuakaConnectionDetails details =
                beans.getBeanProvider(KuakaConnectionDetails.class).getIfAvailable();
        return details == null && properties.url() != null ? new PropertiesConnectionDetails(properties) : details;
    }

    private static Database database(KuakaConnectionDetails details) {
        return new Database(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    private String nameOf(DataSource dataSource) {
        return beans.getBeansOfType(DataSource.class, true, false).entrySet().stream()
                .filter(each -> each.getValue() == dataSource)
                .map(each -> each.getKey())
                .findFirst()
                .orElse("dataSource");
    }
}
