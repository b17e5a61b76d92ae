package io.kuaka.command.call;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How commands and options are typed where a message is read.
 *
 * <p>Messages have them as the launcher takes them: a call in quotes, as in {@code 'kuaka migrate catalog --prune'}, and
 * an option for the command that is running by itself, as in {@code --lock-wait}. Whoever shows a message elsewhere has
 * it spelled anew. What only looks like an option, as a comment in SQL may, stays.
 */
@FunctionalInterface
public interface Spelling {
    /** The options of all commands, without their dashes. */
    Set<String> OPTIONS = Set.of(("accept-changes adopt-tenant allow-irreversible answers backwards check concurrently "
                    + "database default-slug dialect dry-run empty fake fake-initial finish fix folder format java "
                    + "keep keep-scripts keys list lock-timeout lock-wait merge name no-cache no-header "
                    + "no-input no-optimize noinput on-unknown out package password plan preflight profile "
                    + "prune resume-from schema sources squashed-name statement-timeout strip-prefix tenant "
                    + "tenant-field tenant-id unverified update url user verbosity verify verify-url "
                    + "write-questions")
            .split(" "));

    /** As messages are written. */
    Spelling LAUNCHER = message -> message;

    /** As goals of the Maven plugin and their properties. */
    Spelling MAVEN = of(Spelling::goal, option -> option.after("-Dkuaka."));

    /** Returns a message with its calls and options as they are typed here. */
    String in(String message);

    /**
     * Returns a spelling.
     *
     * @param calls says how a call is typed, without quotes
     * @param options says how an option is written that stands by itself
     */
    static Spelling of(Function<Call, String> calls, Function<Call.Option, String> options) {
        Pattern callOrOption = Pattern.compile(
                "'kuaka (?<command>[a-z]+)(?<arguments>(?: [^' ]+)*)'"
                        + "|(?<![\\w-])--(?<option>[a-z]+(?:-[a-z]+)*)(?:=(?<value>[^\\s,;'()]*[^\\s,;'().:])| (?<label>[A-Z]{2,})\\b)?");
        return message -> {
            Matcher found = callOrOption.matcher(message);
            return found.replaceAll(match -> Matcher.quoteReplacement(
                    found.group("command") == null
                            ? option(found, options)
                            : "'" + calls.apply(Call.of(found.group("command"), found.group("arguments"))) + "'"));
        };
    }

    private static String option(Matcher found, Function<Call.Option, String> options) {
        return OPTIONS.contains(found.group("option")) ? options.apply(option(found)) : found.group();
    }

    private static Call.Option option(Matcher found) {
        String value = Stream.of("value", "label")
                .map(found::group)
                .filter(each -> each != null)
                .collect(Collectors.joining());
        return new Call.Option(found.group("option"), value);
    }

    /** Returns a call as it is typed with the Maven plugin. */
    static String goal(Call call) {
        Stream<String> places = call.named().stream().map(place -> place.after("-Dkuaka."));
        Stream<String> options = call.options().stream().map(option -> option.after("-Dkuaka."));
        return Stream.of(Stream.of("mvn kuaka:" + call.command()), places, options)
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
    }
}
