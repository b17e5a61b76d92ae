package io.kuaka.spring.neighbour;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables that a tool changes.
 *
 * @param tool what it is called
 * @param scripts for each table, in lower case, the first script that names it
 */
record OwnedTables(String tool, SortedMap<String, String> scripts) {
    OwnedTables {
        scripts = new TreeMap<>(scripts);
    }
}
