package io.kuaka.maven;

import io.kuaka.cli.arguments.CommandParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The text of the plugin's descriptor: for each command a goal. */
final class PluginDescriptorText {
    /** The phase of a goal that is bound without saying to which. */
    private static final Map<String, String> PHASES = Map.of("check", "verify", "indexmigrations", "process-classes");

    private static final String PLUGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Made by PluginDescriptorTest from the commands of the command line. -->
            <plugin>
                <name>Kuaka</name>
                <description>Django-style migrations for Java.</description>
                <groupId>@project.groupId@</groupId>
                <artifactId>@project.artifactId@</artifactId>
                <version>@project.version@</version>
                <goalPrefix>kuaka</goalPrefix>
                <isolatedRealm>false</isolatedRealm>
                <inheritedByDefault>true</inheritedByDefault>
                <requiredJavaVersion>17</requiredJavaVersion>
                <requiredMavenVersion>3.8.7</requiredMavenVersion>
                <mojos>
            %s    </mojos>
            </plugin>
            """;

    private static final String GOAL = """
                    <mojo>
                        <goal>%s</goal>
                        <description>%s</description>
                        <requiresDependencyResolution>compile+runtime</requiresDependencyResolution>
                        <requiresProject>true</requiresProject>
            %s            <implementation>io.kuaka.maven.CommandMojo</implementation>
                        <language>java</language>
                        <configurator>map-oriented</configurator>
                        <instantiationStrategy>per-lookup</instantiationStrategy>
                        <executionStrategy>once-per-session</executionStrategy>
                        <threadSafe>true</threadSafe>
                        <parameters>
            %s            </parameters>
                        <configuration>
            %s            </configuration>
                    </mojo>
            """;

    private static final String PARAMETER = """
                            <parameter>
                                <name>%s</name>
                                <type>%s</type>
                                <required>%s</required>
                                <editable>true</editable>
                                <description>%s</description>
                            </parameter>
            """;

    private static final String CONFIGURATION = """
                            <%1$s implementation="%2$s">${%3$s}</%1$s>
            """;

    private static final List<Parameter> OF_ALL_GOALS = List.of(
            new Parameter("skip", "kuaka.skip", "boolean", false, "Does nothing."),
            new Parameter(
                    "serverId",
                    "kuaka.server-id",
                    "java.lang.String",
                    false,
                    "The server in Maven's settings.xml that has user and password of the database."));

    private PluginDescriptorText() {}

    private record Parameter(String name, String property, String type, boolean required, String description) {
        static Parameter of(CommandParameter parameter) {
            return new Parameter(
                    parameter.name(),
                    parameter.property(),
                    parameter.isFlag() ? "boolean" : "java.lang.String",
                    parameter.isRequired(),
                    parameter.description());
        }

        String declaration() {
            return PARAMETER.formatted(name, type, required, escaped(description));
        }

        String configuration() {
            return CONFIGURATION.formatted(name, type, property);
        }
    }

    static String of(Map<String, CommandSpec> commands) {
        return PLUGIN.formatted(commands.entrySet().stream()
                .filter(command -> !command.getKey().equals("help"))
                .map(command -> goal(command.getKey(), command.getValue()))
                .collect(Collectors.joining()));
    }

    private static String goal(String name, CommandSpec command) {
        List<Parameter> parameters = new ArrayList<>(OF_ALL_GOALS);
        CommandParameter.of(command).stream().map(Parameter::of).forEach(parameters::add);
        String phase = PHASES.containsKey(name) ? "            <phase>" + PHASES.get(name) + "</phase>\n" : "";
        return GOAL.formatted(
                name,
                escaped(String.join(" ", command.usageMessage().description())),
                phase,
                parameters.stream().map(Parameter::declaration).collect(Collectors.joining()),
                parameters.stream().map(Parameter::configuration).collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
