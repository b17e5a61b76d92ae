package io.kuaka.spring.settings;

import io.kuaka.command.call.Call;
import io.kuaka.command.call.Spelling;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How messages of a start spell what is typed: commands as goals of the Maven plugin, and options as properties of the
 * application where it has them.
 */
public final class StartSpelling {
    private static final Set<String> PROPERTIES = Stream.of(KuakaProperties.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

    private static final Spelling SPELLING = Spelling.of(Spelling::goal, StartSpelling::property);

    private StartSpelling() {}

    /** Returns a message as it is read at start. */
    public static String in(String message) {
        return SPELLING.in(message);
    }

    private static String property(Call.Option option) {
        return option.after(PROPERTIES.contains(option.name()) ? "kuaka." : "-Dkuaka.");
    }
}
