package io.kuaka.hibernate.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Which app an entity, and each table of an entity, belongs to. */
public final class Apps {
    private static final Comparator<AppPackage> LONGEST =
            Comparator.comparingInt(app -> app.packageName().length());

    private final List<AppPackage> apps;
    private final @Nullable String defaultApp;

    private Apps(List<AppPackage> apps, @Nullable String defaultApp) {
        this.apps = apps;
        this.defaultApp = defaultApp;
    }

    /** Returns the apps of the settings or, if there are none, each package that directly holds an entity. */
    public static Apps of(ReaderSettings settings, Metadata metadata) {
        if (!settings.apps().isEmpty()) {
            return new Apps(settings.apps(), settings.ownership().defaultApp());
        }
        List<AppPackage> packages = metadata.getEntityBindings().stream()
                .map(PersistentClass::getEntityName)
                .filter(settings.classNames()::contains)
                .filter(name -> name.indexOf('.') > 0)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .map(AppPackage::of)
                .toList();
        return new Apps(packages, settings.ownership().defaultApp());
    }

    /** Returns the label of the app that the class or entity of the given name belongs to. */
    public Optional<String> labelOf(String entityName) {
        return packageLabelOf(entityName).or(() -> Optional.ofNullable(defaultApp));
    }

    /** Returns the label of the app whose package contains the class or entity of the given name. */
    public Optional<String> packageLabelOf(String entityName) {
        return apps.stream()
                .filter(app -> app.contains(entityName))
                .max(LONGEST)
                .map(AppPackage::label);
    }

    /** Returns the message for a table without an app. */
    public static String describe(Table table, PersistentClass entity) {
        return "\"" + table.getName() + "\" (entity \"" + entity.getEntityName() + "\")";
    }
}
