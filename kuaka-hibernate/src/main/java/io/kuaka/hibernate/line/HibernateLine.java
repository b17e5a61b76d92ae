package io.kuaka.hibernate.line;

import io.kuaka.hibernate.adapter.Hibernate6Adapter;
import io.kuaka.hibernate.adapter.HibernateAdapter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Version;

/**
 * A line of Hibernate's versions, such as 7.1.
 *
 * <p>A class loader has one Hibernate, so the one that is there chooses the adapter for all readings.
 *
 * @param version the whole version, as in {@code 7.1.35.Final}
 */
public record HibernateLine(int major, int minor, String version) {
    /** The lines that Kuaka is tested with, oldest first. */
    private static final List<String> KNOWN = List.of("6.6", "7.0", "7.1", "7.2", "7.3", "7.4");

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\b.*");

    /** Returns the line of a version. One without numbers is taken for newer than all others. */
    public static HibernateLine of(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.matches()
                ? new HibernateLine(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), version)
                : new HibernateLine(Integer.MAX_VALUE, 0, version);
    }

    /** Returns the line of the Hibernate on the class path, which is also on that of this class. */
    public static HibernateLine present() {
        return of(Version.getVersionString());
    }

    /** Returns the adapter for the Hibernate on the class path. */
    public static HibernateAdapter adapter() {
        return Present.ADAPTER;
    }

    /**
     * Returns this line.
     *
     * @throws UnsupportedHibernateException if it is older than all that Kuaka knows
     */
    public HibernateLine requireSupported() {
        if (isBefore(of(KNOWN.get(0)))) {
            throw new UnsupportedHibernateException(version, KNOWN.get(0));
        }
        return this;
    }

    /** Returns a remark if Kuaka isn't tested with this line. */
    public Optional<String> remark() {
        return KNOWN.contains(name())
                ? Optional.empty()
                : Optional.of("Kuaka isn't tested with Hibernate " + version + ", only with " + known()
                        + ". It reads the entities as with " + KNOWN.get(KNOWN.size() - 1)
                        + "; review the migrations closely.");
    }

    /** Returns the lines that Kuaka is tested with, in words. */
    public static String known() {
        return KNOWN.get(0) + " to " + KNOWN.get(KNOWN.size() - 1);
    }

    /** Returns major and minor number; for a version without numbers, the version. */
    public String name() {
        return major == Integer.MAX_VALUE ? version : major + "." + minor;
    }

    private boolean isBefore(HibernateLine other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    private static final class Present {
        static final HibernateAdapter ADAPTER =
                present().major <= 6 ? new Hibernate6Adapter() : new Hibernate7Adapter();
    }
}
