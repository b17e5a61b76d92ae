package io.kuaka.hibernate.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A {@code persistence.xml} that was found; it is read when its units are needed. */
public final class UnitFile {
    private final String name;
    private final byte[] xml;

    UnitFile(String name, byte[] xml) {
        this.name = name;
        this.xml = xml;
    }

    /**
     * Returns the units.
     *
     * @throws UnreadableUnitsException if the file isn't well-formed
     */
    List<PersistenceUnit> units() {
        try {
            return PersistenceUnit.readAll(name, xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
