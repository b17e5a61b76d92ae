package io.kuaka.tooling;

import io.kuaka.command.project.CacheFile;
import io.kuaka.loader.index.BuildStamp;
import io.kuaka.loader.index.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether models and migrations are known to agree, because they did in an earlier run and nothing has changed since that
 * they depend on: the content of the class path (classes, XML files, Hibernate, Kuaka), and the settings.
 *
 * <p>Only that they agree is kept. Whatever else there is to say about them is found out each time.
 */
final class ModelAgreement {
    /** What is known of models and migrations. */
    enum Known {
        NOTHING,
        /** They have no difference. */
        EQUAL,
        /** They have no difference, and no hint in the code is in vain. */
        SETTLED
    }

    private static final String FILE = "models.agreed";
    private static final List<String> READ_BY_HIBERNATE =
            List.of("hibernate.", "jakarta.persistence.", "javax.persistence.");

    private final @Nullable CacheFile file;
    private final String key;

    private ModelAgreement(@Nullable CacheFile file, String key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Returns what is known of a workspace's models.
     *
     * @param folder where it is kept; empty if nothing is
     * @param classPath the fingerprint of the class path, taken before anything was read from it
     * @param settings the settings that the models depend on
     */
    static ModelAgreement of(Optional<Path> folder, String classPath, Map<String, String> settings) {
        List<String> all = new ArrayList<>(List.of(
                BuildStamp.present(),
                Runtime.version().toString(),
                Locale.getDefault().toString(),
                classPath));
        new TreeMap<>(settings).forEach((name, value) -> all.add(name + "=" + value));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> READ_BY_HIBERNATE.stream().anyMatch(name::startsWith))
                .sorted()
                .forEach(name -> all.add("-D" + name + "=" + System.getProperty(name)));
        byte[] text = String.join("\n", all).getBytes(StandardCharsets.UTF_8);
        return new ModelAgreement(
                folder.map(each -> new CacheFile(each.resolve(FILE))).orElse(null),
                Fingerprint.of(text).toString());
    }

    /** Returns what is known. */
    Known known() {
        Optional<String> kept = file == null ? Optional.empty() : file.read();
        return Stream.of(Known.EQUAL, Known.SETTLED)
                .filter(each -> kept.filter(text(each)::equals).isPresent())
                .findFirst()
                .orElse(Known.NOTHING);
    }

    /** Keeps what was found out. */
    void keep(Known found) {
        if (file != null && known().compareTo(found) < 0) {
            file.write(text(found));
        }
    }

    private String text(Known known) {
        return known.name() + " " + key + "\n";
    }
}
