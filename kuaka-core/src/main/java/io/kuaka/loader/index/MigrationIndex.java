package io.kuaka.loader.index;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the classes in packages of migrations, so that they need not be loaded.
 *
 * <p>An entry is about one content of a class file. A class whose file has another one, or that more than its own file
 * decides about, is as if it weren't in the index.
 */
public record MigrationIndex(SortedMap<String, IndexEntry> entries) {
    /** Where a jar or a folder of classes has its index. */
    public static final String RESOURCE = "META-INF/kuaka/migrations.index";

    public MigrationIndex {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** Returns an index that knows nothing. */
    public static MigrationIndex empty() {
        return new MigrationIndex(new TreeMap<>());
    }

    /** Returns what indexes know together, an earlier one before a later one. */
    public static MigrationIndex of(Collection<MigrationIndex> indexes) {
        TreeMap<String, IndexEntry> all = new TreeMap<>();
        indexes.forEach(each -> each.entries.forEach(all::putIfAbsent));
        return new MigrationIndex(all);
    }

    /**
     * Returns the index that a text is; an empty one if the text isn't whole, or was written by another release of Kuaka
     * or on another line of Java, for which a class may be something else.
     */
    public static MigrationIndex read(String text) {
        return IndexText.read(text, BuildStamp.present());
    }

    /** Returns the text of this index. */
    public String text() {
        return IndexText.write(this, BuildStamp.present());
    }
}
