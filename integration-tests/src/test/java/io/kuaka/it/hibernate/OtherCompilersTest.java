package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.hibernate.ApplicationModels;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.source.Imports;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities whose classes aren't what a Java source says, compiled by Kotlin and by Lombok. */
@Tag("slow")
class OtherCompilersTest {
    /** Where the build puts the compilers. */
    private static final Path COMPILERS = Path.of("target", "compilers");

    @TempDir
    private Path folder;

    /** Hibernate doesn't know Kotlin's types without null, so only the annotation makes a column NOT NULL. */
    @Test
    void readsKotlinEntities() throws IOException, InterruptedException {
        write("Shop.kt", """
                package com.acme.shop

                import jakarta.persistence.Column
                import jakarta.persistence.Embeddable
                import jakarta.persistence.Entity
                import jakarta.persistence.GeneratedValue
                import jakarta.persistence.Id
                import jakarta.persistence.ManyToOne

                @Entity
                class Author(
                    @Id @GeneratedValue var id: Long? = null,
                    var name: String,
                    @Column(nullable = false) var country: String,
                    var born: Int,
                    var died: Int?,
                )

                @Entity
                data class Book(
                    @Id val isbn: String,
                    @Column(length = 80) var title: String,
                    @ManyToOne(optional = false) var author: Author,
                    var price: Price,
                    var format: Format,
                )

                @Embeddable
                data class Price(var amount: java.math.BigDecimal, var currency: String?)

                enum class Format { PAPER, AUDIO }

                fun describe(book: Book): String = book.title
                """);
        run(
                "java",
                "-cp",
                jars("kotlin"),
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-reflect",
                "-no-stdlib",
                "-jvm-target",
                "17",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + jars("kotlin"),
                "-d",
                folder.resolve("classes").toString(),
                folder.resolve("src").toString());

        ProjectState state = read("kotlin");

        assertThat(fields(state, "Author"))
                .containsExactly(
                        "bigint(\"id\").primaryKey()",
                        "varchar(\"name\", 255).nullable()",
                        "varchar(\"country\", 255)",
                        "integer(\"born\")",
                        "integer(\"died\").nullable()");
        assertThat(fields(state, "Book"))
                .containsExactly(
                        "varchar(\"isbn\", 255).primaryKey()",
                        "varchar(\"title\", 80).nullable()",
                        "reference(\"author\", \"shop.Author\")",
                        "decimal(\"price.amount\", 38, 2).nullable()",
                        "varchar(\"price.currency\", 255).nullable()",
                        "ordinal(\"format\", \"PAPER\", \"AUDIO\").nullable()");
    }

    @Test
    void readsEntitiesOfLombok() throws IOException, InterruptedException {
        write("Customer.java", """
                package com.acme.shop;

                import jakarta.persistence.*;
                import lombok.*;

                @Entity
                @Data
                @Builder
                @NoArgsConstructor
                @AllArgsConstructor
                public class Customer {
                    @Id
                    @GeneratedValue
                    private Long id;

                    @NonNull
                    private String name;

                    @With
                    @Column(length = 100, nullable = false)
                    private String mail;
                }
                """);
        run(
                "javac",
                "-processorpath",
                jars("lombok"),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + jars("lombok"),
                "-d",
                folder.resolve("classes").toString(),
                folder.resolve("src/Customer.java").toString());

        assertThat(fields(read("lombok"), "Customer"))
                .containsExactly(
                        "bigint(\"id\").primaryKey()", "varchar(\"name\", 255).nullable()", "varchar(\"mail\", 100)");
    }

    /** Reads the classes as part of an application with the libraries of its language. */
    private ProjectState read(String compiler) throws IOException {
        Path classes = folder.resolve("classes");
        List<URL> urls = new ArrayList<>();
        for (String path : (classes + File.pathSeparator + jars(compiler)).split(File.pathSeparator)) {
            urls.add(Path.of(path).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader())) {
            return ApplicationModels.of(loader, List.of(classes), null)
                    .reader(Map.of("shop", "com.acme.shop"), TableOwnership.none(), Map.of())
                    .read();
        }
    }

    private static List<String> fields(ProjectState state, String model) {
        return state.model(new ModelKey("shop", model)).fields().values().stream()
                .map(field -> field.toSource().flat(new Imports()))
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src").resolve(file), text);
    }

    private static String jars(String compiler) throws IOException {
        try (Stream<Path> jars = Files.list(COMPILERS.resolve(compiler))) {
            return jars.map(jar -> jar.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        String command = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(command), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
