package io.kuaka.spring.actuate;

import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** The health of the databases for Spring Boot 3. */
public final class Boot3HealthIndicator extends AbstractHealthIndicator {
    private final MigrationHealth health;

    public Boot3HealthIndicator(MigrationHealth health) {
        super("The migrations can't be looked at");
        this.health = health;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Map<String, Map<String, Object>> wrong = health.look();
        (wrong.isEmpty() ? builder.up() : builder.down()).withDetails(wrong);
    }
}
