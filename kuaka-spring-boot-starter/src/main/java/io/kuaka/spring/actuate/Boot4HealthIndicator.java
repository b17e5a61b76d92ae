package io.kuaka.spring.actuate;

import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** The health of the databases for Spring Boot 4. */
public final class Boot4HealthIndicator extends AbstractHealthIndicator {
    private final MigrationHealth health;

    public Boot4HealthIndicator(MigrationHealth health) {
        super("The migrations can't be looked at");
        this.health = health;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Map<String, Map<String, Object>> wrong = health.look();
        (wrong.isEmpty() ? builder.up() : builder.down()).withDetails(wrong);
    }
}
