package io.kuaka.testing;

import java.util.List;

/** The table of the house: the packages of all modules and what each may import. One that isn't in it fails the build. */
final class House {
    private static final String[] UP_TO_STATE = {"base", "source", "expression", "state", "progress"};
    private static final String[] UP_TO_TABLE = Room.names(UP_TO_STATE, "schema.table");
    private static final String[] UP_TO_GRAMMAR = Room.names(UP_TO_TABLE, "schema.statement", "schema.grammar");
    private static final String[] UP_TO_DIFF = Room.names(UP_TO_GRAMMAR, "schema.diff");
    private static final String[] UP_TO_CONVERSION = Room.names(UP_TO_DIFF, "schema.conversion");
    private static final String[] UP_TO_SCHEMA = Room.names(UP_TO_STATE, "routing", "schema");
    private static final String[] UP_TO_DATA = Room.names(UP_TO_SCHEMA, "data");
    private static final String[] UP_TO_OPERATION = Room.names(UP_TO_DATA, "operation");
    private static final String[] UP_TO_MIGRATION = Room.names(UP_TO_OPERATION, "migration");
    private static final String[] UP_TO_IMPACT = Room.names(UP_TO_MIGRATION, "impact");
    private static final String[] UP_TO_GRAPH = Room.names(UP_TO_IMPACT, "graph");
    private static final String[] UP_TO_EXECUTOR = Room.names(UP_TO_GRAPH, "compare", "recorder", "lease", "executor");
    private static final String[] UP_TO_PROJECT =
            Room.names(UP_TO_EXECUTOR, "writer", "loader", "command.history", "command.project");

    private static final String[] UP_TO_COMMAND = Room.names(UP_TO_PROJECT, "autodetect", "command");
    private static final String[] UP_TO_COLUMNS = Room.names(
            UP_TO_STATE,
            "annotations",
            "hibernate.adapter",
            "hibernate.line",
            "hibernate.boot",
            "hibernate.column",
            "hibernate.draft");
    private static final String[] UP_TO_SPRING = Room.names(UP_TO_COMMAND, "spring.settings");
    /** The last one is the package itself, without those below it. */
    private static final String[] SPRING = {"org.springframework..", "io.kuaka.spring"};

    private static final String[] HIBERNATE = {"org.hibernate..", "jakarta.persistence.."};
    private static final String[] XML = {"javax.xml..", "org.w3c.dom..", "org.xml.sax.."};

    /** The packages, bottom up. */
    static final List<Room> ROOMS = List.of(
            Room.of("base"),
            Room.of("progress"),
            Room.of("source", "base"),
            Room.of("expression", "base", "source"),
            Room.of("state.tree", "base"),
            Room.of("state.fact", "base"),
            Room.of("state", "base", "source", "expression", "state.tree", "state.fact"),
            Room.of("state.diff", UP_TO_STATE),
            Room.of("routing", UP_TO_STATE),
            Room.of("schema.table", UP_TO_STATE),
            Room.of("schema.statement", UP_TO_TABLE),
            Room.of("schema.grammar", Room.names(UP_TO_TABLE, "schema.statement")),
            Room.of("schema.diff", UP_TO_GRAMMAR),
            Room.of("schema.conversion", UP_TO_DIFF),
            Room.of("schema.jdbc", UP_TO_CONVERSION),
            Room.of("schema.session", Room.names(UP_TO_CONVERSION, "schema.jdbc")),
            Room.of("schema", Room.names(UP_TO_CONVERSION, "routing", "schema.jdbc", "schema.session")),
            Room.of("entity", UP_TO_STATE),
            Room.of("compare", UP_TO_SCHEMA),
            Room.of("data.sql", UP_TO_STATE),
            Room.of("data.reference", UP_TO_STATE),
            Room.of("data.tenant", Room.names(UP_TO_STATE, "data.reference")),
            Room.of("data.delete", UP_TO_STATE),
            Room.of("data", Room.names(UP_TO_SCHEMA, "data.delete", "data.reference", "data.sql", "data.tenant")),
            Room.of("operation", UP_TO_DATA),
            Room.of("migration", UP_TO_OPERATION),
            Room.of("impact", UP_TO_MIGRATION),
            Room.of("graph", UP_TO_IMPACT),
            Room.of("graph.squash", UP_TO_GRAPH),
            Room.of("autodetect.question", UP_TO_GRAPH),
            Room.of("autodetect.detector", Room.names(UP_TO_GRAPH, "autodetect.question")),
            Room.of("autodetect.arrange", Room.names(UP_TO_GRAPH, "autodetect.question", "autodetect.detector")),
            Room.of("autodetect", Room.names(UP_TO_GRAPH, "autodetect")),
            Room.of("writer", UP_TO_MIGRATION),
            Room.of("loader.index", UP_TO_MIGRATION),
            Room.of("loader", Room.names(UP_TO_MIGRATION, "loader.index")),
            Room.of("recorder", UP_TO_MIGRATION),
            Room.of("lease", Room.names(UP_TO_SCHEMA, "recorder")),
            Room.of("executor.listener", Room.names(UP_TO_GRAPH, "recorder", "lease")),
            Room.of("executor.locks", Room.names(UP_TO_GRAPH, "recorder", "lease", "executor.listener")),
            Room.of("executor.shared", Room.names(UP_TO_GRAPH, "recorder", "lease")),
            Room.of(
                    "executor",
                    Room.names(
                            UP_TO_GRAPH,
                            "recorder",
                            "lease",
                            "executor.listener",
                            "executor.locks",
                            "executor.shared")),
            Room.of("dialect.h2", UP_TO_SCHEMA),
            Room.of("dialect.mysql", UP_TO_SCHEMA),
            Room.of("dialect.postgresql", UP_TO_SCHEMA),
            Room.of("dialect.sqlite", UP_TO_SCHEMA),
            Room.of("command.call", "base"),
            Room.of("command.history", Room.names(UP_TO_GRAPH, "recorder")),
            Room.of("command.project", Room.names(UP_TO_EXECUTOR, "writer", "loader", "command.history")),
            Room.of("command.trial", UP_TO_PROJECT),
            Room.of("command.squash", Room.names(UP_TO_PROJECT, "command.trial")),
            Room.of("command.repair", UP_TO_PROJECT),
            Room.of("command.adopt", Room.names(UP_TO_PROJECT, "autodetect", "command.repair")),
            Room.of("command.liquibase", "base", "command.adopt", "command.project"),
            Room.of("command.tenant", Room.names(UP_TO_PROJECT, "autodetect")),
            Room.of("command.inspect", Room.names(UP_TO_PROJECT, "entity")),
            Room.of("command", Room.names(UP_TO_PROJECT, "autodetect", "command.repair")),
            Room.of("", "base", "progress", "routing", "command"),
            Room.of("annotations"),
            Room.of("hibernate.adapter", "base").with(HIBERNATE),
            Room.of("hibernate.line", "base", "hibernate.adapter").with(HIBERNATE),
            Room.of("hibernate.discovery", "base").with(Room.names(HIBERNATE, XML)),
            Room.of("hibernate.draft", "base", "state", "hibernate.line", "hibernate.adapter")
                    .with(HIBERNATE),
            Room.of(
                            "hibernate.boot",
                            "base",
                            "hibernate.line",
                            "hibernate.adapter",
                            "hibernate.discovery",
                            "hibernate.draft")
                    .with(Room.names(HIBERNATE, XML)),
            Room.of(
                            "hibernate.column",
                            Room.names(UP_TO_STATE, "hibernate.line", "hibernate.adapter", "hibernate.draft"))
                    .with(HIBERNATE),
            Room.of("hibernate.constraint", UP_TO_COLUMNS).with(HIBERNATE),
            Room.of("hibernate.entity", Room.names(UP_TO_COLUMNS, "hibernate.discovery"))
                    .with(HIBERNATE),
            Room.of(
                            "hibernate.generator",
                            "base",
                            "state",
                            "hibernate.line",
                            "hibernate.adapter",
                            "hibernate.discovery",
                            "hibernate.draft",
                            "hibernate.boot",
                            "hibernate.entity")
                    .with(HIBERNATE),
            Room.of("hibernate", Room.names(UP_TO_STATE, "hibernate")).with(HIBERNATE),
            Room.of("spring", "progress").with(SPRING),
            Room.of("spring.settings", "base", "command").with(SPRING),
            Room.of("spring.database", UP_TO_SPRING).with(SPRING),
            Room.of("spring.neighbour", Room.names(UP_TO_SPRING, "spring.database"))
                    .with(SPRING),
            Room.of("spring.models", Room.names(UP_TO_SPRING, "spring.database", "hibernate"))
                    .with(Room.names(SPRING, "jakarta.persistence..")),
            Room.of("spring.start", Room.names(UP_TO_SPRING, "spring.database", "spring.neighbour"))
                    .with(SPRING),
            Room.of("spring.actuate", Room.names(UP_TO_SPRING, "spring.database", "spring.models"))
                    .with(SPRING),
            Room.of("spring.connection", "base").with(Room.names(SPRING, "org.testcontainers..")),
            Room.of("spring.autoconfigure", Room.names(UP_TO_SPRING, "spring")).with(SPRING),
            Room.of("tooling.config", "base").with("org.snakeyaml.engine.."),
            Room.of("tooling.sources", UP_TO_COMMAND),
            Room.of("tooling", Room.names(UP_TO_COMMAND, "hibernate", "tooling.config", "tooling.sources")),
            Room.of("junit.database", UP_TO_COMMAND),
            Room.of("junit", Room.names(UP_TO_COMMAND, "tooling", "junit.database"))
                    .with("org.junit.jupiter..", "org.junit.platform.commons.support.."),
            Room.of("tooling.doctor", Room.names(UP_TO_COMMAND, "tooling")),
            Room.of("cli.arguments", "base").with("picocli.."),
            Room.of("cli.report", Room.names(UP_TO_COMMAND, "entity", "tooling", "tooling.doctor"))
                    .with("picocli.."),
            Room.of("cli.terminal", Room.names(UP_TO_COMMAND, "tooling", "cli.report"))
                    .with("picocli.."),
            Room.of(
                            "cli",
                            Room.names(
                                    UP_TO_COMMAND,
                                    "entity",
                                    "tooling",
                                    "tooling.doctor",
                                    "tooling.sources",
                                    "cli.arguments",
                                    "cli.report",
                                    "cli.terminal"))
                    .with("picocli.."),
            // It calls the command line by reflection, in the project's class loader; the sources are known to the
            // build.
            Room.of("maven", "base", "tooling.sources")
                    .with("org.apache.maven..", "org.codehaus.plexus..", "javax.inject.."));

    private House() {}
}
