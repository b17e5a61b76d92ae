package io.kuaka.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of an address is printed that may be a password. What a connection would make is known without one. */
class DatabaseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://localhost/shop                      | jdbc:postgresql://localhost/shop
                    jdbc:postgresql://a:1,b:2/shop?password=hunter2       | jdbc:postgresql://a:1,b:2/shop
                    jdbc:postgresql://shop:hunter2@localhost:5432/shop    | jdbc:postgresql://localhost:5432/shop
                    jdbc:postgresql://shop:hun/ter2@localhost/shop        | jdbc:postgresql://localhost/shop
                    jdbc:postgresql://shop:hun@ter2@[::1]:5432/shop       | jdbc:postgresql://[::1]:5432/shop
                    jdbc:postgresql://shop:hun?ter2@localhost/shop        | jdbc:postgresql:…
                    jdbc:postgresql://shop:hunter2/shop                   | jdbc:postgresql:…
                    jdbc:mysql:loadbalance://shop:hunter2@a,b/shop        | jdbc:mysql:loadbalance://a,b/shop
                    jdbc:mysql://(host=a,password=hunter2)/shop           | jdbc:mysql:…
                    jdbc:mysql://address=(host=a)(password=hunter2)/shop  | jdbc:mysql:…
                    jdbc:oracle:thin:scott/hunter2@//db:1521/shop         | jdbc:oracle:…
                    jdbc:oracle:thin:scott/hunter2@db:1521:shop           | jdbc:oracle:…
                    jdbc:h2:file:./shop;USER=sa;PASSWORD=hunter2          | jdbc:h2:file:./shop
                    jdbc:h2:tcp://localhost/~/shop;PASSWORD=hunter2       | jdbc:h2:tcp://localhost/~/shop
                    jdbc:sqlite:data/shop.db                              | jdbc:sqlite:data/shop.db
                    hunter2                                               | …
                    """)
    void printsWhatItRecognizesOfAnAddress(String url, String printed) {
        assertThat(new Database(url, null, null).redactedUrl()).isEqualTo(printed);
    }

    /** A connection makes a file, so whoever only looks must know which. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:sqlite:nowhere.db                       | nowhere.db
                    jdbc:sqlite:/nowhere/shop.db?cache=shared    | /nowhere
                    jdbc:sqlite:                                 |
                    jdbc:sqlite::memory:                         |
                    jdbc:sqlite:file:nowhere.db?mode=memory      |
                    jdbc:sqlite:pom.xml                          |
                    jdbc:h2:./nowhere                            | ./nowhere.mv.db
                    jdbc:h2:file:../nowhere/shop;MODE=MySQL      | ../nowhere
                    jdbc:h2:/nowhere;USER=sa                     | /nowhere.mv.db
                    jdbc:h2:nowhere                              |
                    jdbc:h2:mem:nowhere                          |
                    jdbc:h2:tcp://localhost/~/nowhere            |
                    jdbc:postgresql:nowhere                      |
                    """)
    void knowsTheFileThatAConnectionWouldMake(String url, @Nullable String missing) {
        assertThat(new Database(url, null, null).missing().map(Path::toString)).isEqualTo(Optional.ofNullable(missing));
    }

    @Test
    void knowsTheHomeFolder() {
        assertThat(new Database("jdbc:h2:~/nowhere", null, null).missing())
                .contains(Path.of(System.getProperty("user.home"), "nowhere.mv.db"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://localhost:1/shop;USER=sa;PASSWORD=hunter2",
                "jdbc:h2:shop;ACCESS_MODE_DATA=hunter2;PASSWORD=hunter2",
                "jdbc:sqlite:/no/such/folder/hunter2",
                "jdbc:sqlite:/no/such/folder/shop.db?password=hunter2",
            })
    void hidesPasswordsInWhatADriverSays(String url) {
        Database database = new Database(url, "shop", "hunter2");

        NoConnectionException failure = catchThrowableOfType(NoConnectionException.class, database::open);

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("Can't connect").doesNotContain("hunter2");
    }

    @Test
    void hidesPasswordsInCauses() {
        Secrets secrets = new Secrets("jdbc:postgresql://shop:hun%2Fter2@localhost/shop", null, null);

        SQLException copy = secrets.hiddenIn(new SQLException(
                "no", "08001", 7, new IllegalStateException("shop:hun%2Fter2", new Exception("hun/ter2"))));

        StringWriter trace = new StringWriter();
        copy.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("IllegalStateException").doesNotContain("ter2");
        assertThat(copy.getSQLState()).isEqualTo("08001");
        assertThat(copy.getErrorCode()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:oracle:thin:scott/hun/ter2@//db:1521/shop",
                "jdbc:oracle:thin:scott/hun/ter2@db:1521:shop",
                "jdbc:mysql:loadbalance://scott:hun/ter2@a,b/shop",
                "jdbc:mysql://address=(host=a)(password=hun/ter2)/shop",
                "jdbc:h2:mem:x;Password=hun/ter2",
            })
    void findsThePasswordInEachFormOfAddress(String url) {
        assertThat(new Secrets(url, null, null).hiddenIn("Bad: scott:hun/ter2, hun/ter2."))
                .doesNotContain("ter2");
    }

    @Test
    void keepsWordsThatContainAShortPassword() {
        assertThat(new Secrets("jdbc:h2:mem:x", null, "sa").hiddenIn("No safe way for sa: same user sa."))
                .isEqualTo("No safe way for …: same user ….");
    }
}
