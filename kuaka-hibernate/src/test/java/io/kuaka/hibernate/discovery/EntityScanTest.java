package io.kuaka.hibernate.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.shop.catalog.Book;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds classes below folders and in jars, without loading them. */
class EntityScanTest {
    private static final String SHOP = "io/kuaka/hibernate/shop";

    @TempDir
    Path folder;

    @Test
    void findsThePersistentClassesOfAFolder() throws Exception {
        copyShop();

        EntityScan scan = EntityScan.of(List.of(folder, folder.resolve("missing")));

        assertThat(scan.classNames())
                .containsExactly(
                        "io.kuaka.hibernate.shop.catalog.Address",
                        "io.kuaka.hibernate.shop.catalog.Author",
                        "io.kuaka.hibernate.shop.catalog.Book",
                        "io.kuaka.hibernate.shop.catalog.Owned",
                        "io.kuaka.hibernate.shop.users.Tenant");
        assertThat(scan.apps())
                .containsExactly(
                        new AppPackage("catalog", "io.kuaka.hibernate.shop.catalog"),
                        new AppPackage("people", "io.kuaka.hibernate.shop.users"));
        assertThat(scan.packageNames()).containsExactly("io.kuaka.hibernate.shop.users");
        assertThat(new HibernateModelReader(scan.settings(Book.class.getClassLoader(), null))
                        .read()
                        .models())
                .hasSize(5);
    }

    @Test
    void knowsTheNameOfAModelFromTheUseOfItsClass() throws Exception {
        compile("package demo; @jakarta.persistence.Entity public class Guest { @jakarta.persistence.Id long id; }");
        compile("package demo.migrations; public class M0001_initial { String model = \"demo.Guest\"; }");
        compile("package demo.migrations; public class M0002_made { Object model = new demo.Guest(); }");
        compile("package demo.migrations; public class M0003_given { void give(demo.Guest[] guests) {} }");

        assertThat(new HibernateModelReader(EntityScan.of(List.of(folder)).settings(Book.class.getClassLoader(), null))
                        .liveUses()
                        .keySet())
                .containsExactly("demo.migrations.M0002_made", "demo.migrations.M0003_given");
    }

    private void compile(String source) throws Exception {
        Path file = folder.resolve(source.replaceFirst(".*class (\\w+).*", "$1.java"));
        Files.writeString(file, source);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                folder + File.pathSeparator + System.getProperty("java.class.path"),
                                file.toString()))
                .isZero();
    }

    @Test
    void findsThePersistentClassesOfAJar() throws Exception {
        copyShop();
        Path jar = folder.resolve("shop.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(SHOP + "/catalog/Book.class"));
            out.write(Files.readAllBytes(folder.resolve(SHOP).resolve("catalog/Book.class")));
        }

        assertThat(EntityScan.of(List.of(jar)).classNames()).containsExactly(Book.class.getName());
    }

    @Test
    void readsThePersistenceUnits() throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/orm.xml"), "<entity-mappings/>");
        Files.writeString(folder.resolve("META-INF/persistence.xml"), """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
                  <persistence-unit name="shop">
                    <mapping-file>META-INF/more.xml</mapping-file>
                    <class>io.kuaka.hibernate.shop.catalog.Book</class>
                    <exclude-unlisted-classes/>
                    <properties>
                      <property name="hibernate.physical_naming_strategy" value="default"/>
                    </properties>
                  </persistence-unit>
                  <persistence-unit name="open"/>
                </persistence>
                """);

        EntityScan scan = EntityScan.of(List.of(folder));

        assertThat(scan.units()).extracting(PersistenceUnit::name).containsExactly("shop", "open");
        ReaderSettings settings =
                scan.settings(Book.class.getClassLoader(), scan.units().get(0));
        assertThat(settings.classNames()).containsExactly(Book.class.getName());
        assertThat(settings.mappingFiles()).containsExactly("META-INF/orm.xml", "META-INF/more.xml");
        assertThat(settings.properties()).containsEntry("hibernate.physical_naming_strategy", "default");
    }

    private void copyShop() throws IOException, URISyntaxException {
        Path classes = Path.of(EntityScanTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve(SHOP))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(classes.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
