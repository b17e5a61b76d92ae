package io.kuaka.hibernate.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HibernateLineTest {
    @Test
    void readsTheVersionOnTheClassPath() {
        assertThat(HibernateLine.present().name()).isEqualTo("7.4");
        assertThat(HibernateLine.adapter()).isInstanceOf(Hibernate7Adapter.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6.0.Final", "6.6.56.Final", "7.0.0.CR1", "7.4.13.Final"})
    void hasNothingToSayAboutTheLinesThatItIsTestedWith(String version) {
        assertThat(HibernateLine.of(version).requireSupported().remark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.5.3.Final", "6.0.0.Final", "5.6.15.Final"})
    void refusesOlderOnes(String version) {
        UnsupportedHibernateException refusal =
                catchThrowableOfType(UnsupportedHibernateException.class, HibernateLine.of(version)::requireSupported);

        assertThat(refusal.version()).isEqualTo(version);
        assertThat(refusal)
                .hasMessageStartingWith("Kuaka can't read entities with Hibernate " + version)
                .hasMessageContaining("it needs 6.6 or later. Upgrade Hibernate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.0.Beta1", "7.5.0.Final", "[WORKING]"})
    void triesNewerOnesAndNamesThem(String version) {
        assertThat(HibernateLine.of(version).requireSupported().remark())
                .hasValueSatisfying(remark -> assertThat(remark)
                        .startsWith("Kuaka isn't tested with Hibernate " + version + ", only with 6.6 to 7.4."));
    }
}
