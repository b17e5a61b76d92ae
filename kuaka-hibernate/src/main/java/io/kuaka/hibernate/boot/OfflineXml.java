package io.kuaka.hibernate.boot;

import java.util.function.Supplier;
import javax.xml.XMLConstants;

/** Keeps Hibernate's XML parsers off the network, and from reading files that a mapping file refers to. */
public final class OfflineXml {
    /**
     * The system property behind the parsers' own; what Hibernate resolves itself, such as its DTDs, isn't affected.
     */
    private static final String EXTERNAL_DTD = "javax.xml.accessExternalDTD";

    private OfflineXml() {}

    /**
     * Runs {@code action} without access to external DTDs, and returns its result.
     *
     * @see XMLConstants#ACCESS_EXTERNAL_DTD
     */
    public static <T> T during(Supplier<T> action) {
        String before = System.getProperty(EXTERNAL_DTD);
        System.setProperty(EXTERNAL_DTD, "");
        try {
            return action.get();
        } finally {
            if (before == null) {
                System.clearProperty(EXTERNAL_DTD);
            } else {
                System.setProperty(EXTERNAL_DTD, before);
            }
        }
    }
}
