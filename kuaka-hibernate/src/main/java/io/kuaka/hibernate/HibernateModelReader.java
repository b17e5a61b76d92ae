package io.kuaka.hibernate;

import io.kuaka.hibernate.boot.BootMetadata;
import io.kuaka.hibernate.boot.OfflineXml;
import io.kuaka.hibernate.boot.QuietLogs;
import io.kuaka.hibernate.boot.UnreadableModelException;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.draft.UnsupportedMappingException;
import io.kuaka.hibernate.entity.UnassignedTablesException;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the application's entities through Hibernate's own metadata, without a database.
 *
 * <p>The mapping rules are Hibernate's, and so are the tables; only default names are Kuaka's. The same entities give
 * the same state for every database. A mapping that a state can't express is an error.
 */
public final class HibernateModelReader implements ModelReader {
    private final ReaderSettings settings;
    private StateReader.@Nullable Result result;

    public HibernateModelReader(ReaderSettings settings) {
        this.settings = settings;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnreadableModelException if Hibernate can't read the entities
     * @throws UnassignedTablesException if entities belong to no app
     * @throws UnsupportedMappingException if a state can't express mappings
     */
    @Override
    public ProjectState read() {
        return result().state();
    }

    @Override
    public Map<String, String> renameHints() {
        return result().renameHints();
    }

    @Override
    public Map<ModelKey, ModelKey> histories() {
        return result().histories();
    }

    @Override
    public Map<String, List<ListPosition>> listPositions() {
        return result().listPositions();
    }

    @Override
    public boolean leavesToOthers(ModelState model) {
        return result().unmanaged().test(model);
    }

    @Override
    public SortedMap<String, SortedSet<String>> liveUses() {
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        settings.migrationUses().forEach((migration, uses) -> {
            SortedSet<String> live = new TreeSet<>(settings.classNames());
            live.retainAll(uses);
            if (!live.isEmpty()) {
                found.put(migration, live);
            }
        });
        return found;
    }

    /** The classes don't change during the life of this reader, so it reads once. */
    private synchronized StateReader.Result result() {
        if (result == null) {
            result = withContext(() -> {
                try (BootMetadata boot = BootMetadata.build(settings)) {
                    return new StateReader(settings, boot).read();
                } catch (ExceptionInInitializerError | StackOverflowError | AssertionError e) {
                    throw new UnreadableModelException(e);
                } catch (LinkageError e) {
                    throw new UnreadableModelException(e);
                }
            });
        }
        return result;
    }

    /** Hibernate also looks up classes by the thread's class loader. */
    private <T> T withContext(Supplier<T> reading) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(settings.classLoader());
        try {
            return OfflineXml.during(() -> QuietLogs.during(reading));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
