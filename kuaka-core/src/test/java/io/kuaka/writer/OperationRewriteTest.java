package io.kuaka.writer;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Django writes such files anew, and every comment is lost. */
class OperationRewriteTest {
    private static final MigrationKey KEY = new MigrationKey("shop", "0002_more");
    private static final String PACKAGE = "com.example.shop.migrations";

    @Test
    void commentsGoToWhatTheirOperationsBecame() {
        String file = """
                package com.example.shop.migrations;

                import static io.kuaka.state.Fields.*;

                import io.kuaka.migration.Migration;
                import io.kuaka.operation.AddField;
                import io.kuaka.operation.AlterField;
                import io.kuaka.operation.Operation;
                import java.util.List;

                // Why all of this is done.
                public final class M0002_more implements Migration {
                    @Override
                    public List<Operation> operations() {
                        return List.of(
                                // The number, as "they" want it.
                                new AddField("Book", integer("pages").nullable()), // small
                                /* Large books
                                   came later. */
                                new AlterField("Book", bigint("pages").nullable()));
                    }
                }
                """;

        String rewritten = optimized(
                file,
                new AddField("Book", integer("pages").nullable()),
                new AlterField("Book", bigint("pages").nullable()));

        assertThat(rewritten)
                .isEqualTo(file.replace("import io.kuaka.operation.AlterField;\n", "")
                        .replace("new AddField(\"Book\", integer(\"pages\").nullable()), // small", "// small")
                        .replace("new AlterField(\"Book\"", "new AddField(\"Book\""));
    }

    @Test
    void codeStaysWhereItIsAndIsNotWrittenAgain() {
        RunJava code = new RunJava(models -> {}, RunJava.NOOP);
        String file = file("""
                // Before.
                new AddField("Book", integer("pages").nullable()),
                new AlterField("Book", bigint("pages").nullable()),
                // Counts, and "quotes".
                new RunJava(models -> { count(models, ','); }, RunJava.NOOP),
                new AddField("Book", integer("year"))  // the end
                """);

        String rewritten = optimized(
                file,
                new AddField("Book", integer("pages").nullable()),
                new AlterField("Book", bigint("pages").nullable()),
                code,
                new AddField("Book", integer("year")));

        assertThat(rewritten).contains("""
                        // Before.
                        new AddField("Book", bigint("pages").nullable()),
                        // Counts, and "quotes".
                        new RunJava(models -> { count(models, ','); }, RunJava.NOOP),
                        new AddField("Book", integer("year")) // the end
                """.indent(8).stripTrailing().stripLeading());
    }

    @Test
    void whatSquashesMayLeaveOutIsStillWaitedForByDatabases() {
        RunSql fill = new RunSql("update book set pages = 1", "select 1").elidable();

        assertThat(OperationRewrite.optimize(
                        "shop",
                        List.of(new AddField("Book", integer("pages")), fill, new AlterField("Book", bigint("pages")))))
                .containsExactly(new AddField("Book", integer("pages")), fill, new AlterField("Book", bigint("pages")));
    }

    @Test
    void commentsOfWhatCancelsOutGoToTheNextOne() {
        AddField year = new AddField("Author", integer("year"));
        String file = file("""
                // Not this.
                new AddField("Book", integer("pages")),
                new RemoveField("Book", "pages"), // nor that
                new AddField("Author", integer("year"))
                // Done.
                """);

        String rewritten =
                optimized(file, new AddField("Book", integer("pages")), new RemoveField("Book", "pages"), year);

        assertThat(rewritten).contains("""
                // Not this.
                                // nor that
                                new AddField("Author", integer("year"))
                                // Done.
                                );""");
        assertThat(optimized(
                        file,
                        new AddField("Book", integer("pages")),
                        new RemoveField("Book", "pages"),
                        new RemoveField("Book", "year")))
                .contains("// Not this.", "// nor that", "// Done.");
    }

    @Test
    void whatNewOperationsNeedIsImported() {
        AddField pages = new AddField("Book", integer("pages").nullable());
        String file = file("new AddField(\"Book\", integer(\"pages\").nullable())\n");

        String rewritten = write(
                file,
                List.of(pages),
                List.of(pages, new AddIndex("Book", index("i").on("pages"))));

        assertThat(rewritten).contains("""
                import static io.kuaka.state.Fields.*;
                import static io.kuaka.state.Indexes.*;
                """, """
                import io.kuaka.operation.AddField;
                import io.kuaka.operation.AddIndex;
                import io.kuaka.operation.Operation;
                """, "new AddIndex(\"Book\", index(\"i\").on(\"pages\")));");
    }

    @Test
    void whatCanNotBeReadIsLeftAlone() {
        String file = file("new AddField(\"Book\", integer(\"pages\"))\n").replace("return List.of(", "return all(");

        assertThatExceptionOfType(UnrewritableFileException.class)
                .isThrownBy(
                        () -> optimized(file, new AddField("Book", integer("pages")), new RemoveField("Book", "pages")))
                .withMessageContaining("M0002_more.java")
                .withMessageContaining("Nothing was changed");
    }

    @Test
    void aLongFileThatNobodyTouchedIsGeneratedAgain() {
        Operation[] operations = new Operation[600];
        for (int i = 0; i < operations.length; i += 2) {
            operations[i] =
                    new CreateModel(model("Model" + i).fields(bigint("id").primaryKey()));
            operations[i + 1] = new AddField("Model" + i, varchar("name", 100));
        }
        MigrationNode node = MigrationNode.of(KEY, List.of(), List.of(operations));
        String file = MigrationWriter.write(node, PACKAGE, List.of("Look.")).text();

        String rewritten = optimized(file, operations);

        assertThat(rewritten)
                .contains("// Look.", "model598Operations()", "new CreateModel(")
                .doesNotContain("AddField");
    }

    @Test
    void linesEndAsTheyDid() {
        String file = "package a;\r\n\r\nimport b.C;\r\n";

        assertThat(MigrationText.of(file).text()).doesNotContain("\r");
        assertThat(MigrationText.of(file).inLinesOf(file)).isEqualTo(file);
        assertThat(new MigrationText("a\n").inLinesOf("b\n")).isEqualTo("a\n");
    }

    @Test
    void dependenciesAreAddedToThoseThatAreThere() {
        List<MigrationKey> more = List.of(new MigrationKey("a", "0001_x"), new MigrationKey("b", "0001_y"));
        String file = file("");

        assertThat(new MigrationText(file).withDependencies(more).text())
                .contains(
                        "@DependsOn({\"a.0001_x\", \"b.0001_y\"})\npublic final class",
                        "import io.kuaka.migration.DependsOn;\n");
        String one = file.replace("public final", "@DependsOn(\"shop.0001_initial\") // first\npublic final");
        assertThat(new MigrationText(one).withDependencies(more).text())
                .contains("@DependsOn({\"shop.0001_initial\", \"a.0001_x\", \"b.0001_y\"}) // first\n");
        String two = file.replace("public final", "@DependsOn({\"shop.0001_initial\", \"a.0001_x\"})\npublic final");
        assertThat(new MigrationText(two).withDependencies(more).text())
                .contains("@DependsOn({\"shop.0001_initial\", \"a.0001_x\", \"b.0001_y\"})\n");
    }

    private static String file(String operations) {
        return """
                package com.example.shop.migrations;

                import static io.kuaka.state.Fields.*;

                import io.kuaka.migration.Migration;
                import io.kuaka.operation.AddField;
                import io.kuaka.operation.Operation;
                import java.util.List;

                public final class M0002_more implements Migration {
                    @Override
                    public List<Operation> operations() {
                        return List.of(
                %s        );
                    }
                }
                """.formatted(operations.indent(16));
    }

    private static String optimized(String file, Operation... operations) {
        return write(file, List.of(operations), OperationRewrite.optimize("shop", List.of(operations)));
    }

    private static String write(String file, List<Operation> before, List<Operation> after) {
        return OperationRewrite.write(
                        new MigrationText(file),
                        "M0002_more.java",
                        PACKAGE,
                        MigrationNode.of(KEY, List.of(), before),
                        after)
                .text();
    }
}
