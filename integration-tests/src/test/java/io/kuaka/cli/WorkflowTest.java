package io.kuaka.cli;

import static io.kuaka.testing.Golden.assertGolden;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print and how they end, as it was reviewed. */
class WorkflowTest {
    private static final String ID = "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;\n";

    @TempDir
    Path folder;

    @Test
    void theFirstMigrationsAreMadeListedAppliedAndTakenBack() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "--dry-run", "--verbosity", "3");
        shop.run("makemigrations", "--check");
        shop.run("makemigrations");
        shop.show("src/main/java/shop/orders/migrations/M0001_initial.java");
        shop.run("makemigrations");
        shop.run("migrate", "--plan");
        shop.run("showmigrations");
        shop.run("migrate", "--verbosity", "0");
        shop.run("migrate");
        shop.run("showmigrations");
        shop.run("showmigrations", "--plan");
        shop.run("migrate", "orders", "zero");
        shop.run("showmigrations", "orders", "people");
        assertGolden("transcripts/first_migrations.txt", shop.transcript());
    }

    @Test
    void sqlIsPrintedWithoutADatabase() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("sqlmigrate", "orders", "0001", "--dialect", "postgresql");
        shop.run("sqlmigrate", "orders", "0001", "--backwards", "--dialect", "postgresql");
        shop.run("sqlmigrate", "people", "0001");
        assertGolden("transcripts/sqlmigrate.txt", shop.transcript());
    }

    @Test
    void thePlanSaysWhichRowsWouldStopAMigrationThatIsNoTransaction() throws IOException {
        String url = "jdbc:h2:mem:plan;DB_CLOSE_DELAY=-1";
        Shop shop = startedShop();
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("migrate", "--verbosity", "0", "--url", url);
        shop.entity("people", "Person", "", ID + "@Column(unique = true) String name;");
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("migrate", "--plan", "--url", url);
        assertGolden("transcripts/plan.txt", shop.transcript());
    }

    @Test
    void aRenameAndANewMandatoryFieldAreAskedAbout() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("migrate", "--verbosity", "0");
        shop.entity("people", "Person", "", ID + "String fullName;\n@Column(nullable = false) Integer points;");
        shop.run("makemigrations");
        shop.run(
                "makemigrations",
                "--write-questions",
                folder.resolve("open.txt").toString());
        shop.show("open.txt");
        shop.runAnswering("y\n1\n0\n", "makemigrations");
        shop.show("src/main/java/shop/people/migrations/M0002_rename_name_person_full_name_person_points.java");
        shop.run("migrate");
        shop.run("migrate", "people", "0001");
        assertGolden("transcripts/questions.txt", shop.transcript());
    }

    @Test
    void aJoinTableThatRefersToAnotherEntityIsAskedAbout() throws IOException {
        Shop shop = startedShop();
        shop.entity("people", "Tag", "", ID + "String name;");
        shop.entity("people", "Hobby", "", ID + "String name;");
        shop.entity("people", "Person", "", ID + "String name;\n@ManyToMany java.util.Set<Tag> likes;");
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("migrate", "--verbosity", "0");
        shop.entity("people", "Person", "", ID + "String name;\n@ManyToMany java.util.Set<Hobby> likes;");
        shop.run("makemigrations");
        shop.run(
                "makemigrations",
                "--write-questions",
                folder.resolve("open.txt").toString());
        shop.show("open.txt");
        shop.runAnswering("1\n", "makemigrations", "--name", "likes_are_hobbies");
        shop.show("src/main/java/shop/people/migrations/M0002_likes_are_hobbies.java");
        shop.run("migrate");
        shop.run("migrate", "people", "0001");
        assertGolden("transcripts/redirected_join_table.txt", shop.transcript());
    }

    @Test
    void withoutATerminalAnswersComeFromAFile() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "--verbosity", "0");
        shop.entity("people", "Person", "", ID + "String fullName;");
        shop.write("answers.txt", "rename people.Person.name to fullName = yes\n");
        shop.run("makemigrations", "--answers", folder.resolve("answers.txt").toString());
        assertGolden("transcripts/answers.txt", shop.transcript());
    }

    @Test
    void aDefaultOfTheEntityNeedsNoAnswer() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "--verbosity", "0");
        shop.entity(
                "people",
                "Person",
                "",
                ID + "String name;\n@Column(nullable = false)"
                        + " @org.hibernate.annotations.ColumnDefault(\"0\") Integer points;\nString nickname;");
        shop.run("makemigrations", "people");
        assertGolden("transcripts/defaults.txt", shop.transcript());
    }

    @Test
    void emptyMigrationsAndFakesKeepTheirNames() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("makemigrations", "--empty", "people", "--name", "fill_names");
        shop.show("src/main/java/shop/people/migrations/M0002_fill_names.java");
        shop.run("makemigrations", "--empty");
        shop.run("migrate", "people", "0001");
        shop.run("migrate", "--fake", "people", "0002");
        shop.run("migrate", "--fake", "people", "zero");
        shop.run("showmigrations", "people");
        assertGolden("transcripts/empty_and_fake.txt", shop.transcript());
    }

    @Test
    void wrongUsageIsExplained() throws IOException {
        Shop shop = startedShop();
        shop.run("makemigrations", "nosuch");
        shop.run("makemigrations", "--verbosity", "0");
        shop.run("migrate", "nosuch");
        shop.run("migrate", "people", "0009");
        shop.run("showmigrations", "nosuch");
        shop.run("sqlmigrate", "people", "0009");
        shop.run("makemigrations", "--nosuch");
        assertGolden("transcripts/wrong_usage.txt", shop.transcript());
    }

    /** People and orders, with a reference from one to the other. */
    private Shop startedShop() throws IOException {
        Shop shop = Shop.inside(folder);
        shop.entity("people", "Person", "", ID + "String name;");
        shop.entity(
                "orders",
                "Purchase",
                "",
                ID + "@ManyToOne(optional = false) shop.people.Person buyer;\n@Column(length = 20) String code;");
        return shop;
    }
}
