package io.kuaka.hibernate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutHibernateTest {
    /** The message was about a class of Hibernate's that nobody has heard of. */
    @Test
    void aProjectWithoutHibernateIsToldToAddIt() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("hibernate-core")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object thrown = loader.loadClass(UnreadableModelException.class.getName())
                    .getConstructor(LinkageError.class)
                    .newInstance(new NoClassDefFoundError("org/hibernate/service/ServiceRegistry"));

            assertThat((Exception) thrown)
                    .hasMessage("Hibernate isn't on the project's class path, so entities can't be read. Add"
                            + " org.hibernate.orm:hibernate-core to the project, or run the command in the module that"
                            + " has it.");
        }
    }
}
