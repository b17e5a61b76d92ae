package io.kuaka.hibernate.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.boot.UnreadableModelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What XML files of an application may make Kuaka do, and what not. */
class MappingFilesTest {
    @TempDir
    private Path folder;

    @Test
    void neverFetchesTheDtdOfAMappingFile() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write("META-INF/orm.xml", """
                    <!DOCTYPE entity-mappings SYSTEM "http://127.0.0.1:%d/orm.dtd">
                    <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2"/>
                    """.formatted(server.getLocalPort()));

            assertThatThrownBy(() -> read(EntityScan.of(List.of(folder))))
                    .isInstanceOf(UnreadableModelException.class)
                    .hasMessageContaining("orm.xml")
                    .hasMessageContaining("DTD");

            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void readsPersistenceUnitsWithoutTheirDtd() throws IOException {
        write("META-INF/persistence.xml", """
                <!DOCTYPE persistence SYSTEM "http://127.0.0.1:1/persistence.dtd">
                <persistence><persistence-unit name="shop"/></persistence>
                """);

        assertThat(EntityScan.of(List.of(folder)).units())
                .extracting(PersistenceUnit::name)
                .containsExactly("shop");
    }

    @Test
    void namesTheFileAndLineOfABrokenUnit() throws IOException {
        write("META-INF/persistence.xml", "<persistence>\n  <persistence-unit>\n</persistence>\n");

        EntityScan scan = EntityScan.of(List.of(folder));

        assertThatThrownBy(scan::units)
                .isInstanceOf(UnreadableUnitsException.class)
                .hasMessage(folder.resolve("META-INF/persistence.xml") + ", line 3: The element type"
                        + " \"persistence-unit\" must be terminated by the matching end-tag \"</persistence-unit>\"."
                        + " Fix the XML.");
    }

    @Test
    void namesABrokenClassFile() throws IOException {
        Files.write(folder.resolve("Book.class"), new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0});

        assertThatThrownBy(() -> EntityScan.of(List.of(folder)))
                .isInstanceOf(BrokenClassException.class)
                .hasMessage("The class file Book.class in " + folder
                        + " is broken. Compile the project again (mvn clean compile), or replace the jar.");
    }

    private void read(EntityScan scan) {
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, MappingFilesTest.class.getClassLoader())) {
            new HibernateModelReader(scan.settings(classes, null)).read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
