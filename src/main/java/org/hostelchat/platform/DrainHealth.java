package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.hostelchat.live.ConnectionDrain;

/** Says that this server is not ready any more once it has begun to stop, so that a load balancer sends nobody to it. */
@Readiness
@ApplicationScoped
public class DrainHealth implements HealthCheck {

    private final ConnectionDrain drain;

    @Inject
    DrainHealth(ConnectionDrain drain) {
        this.drain = drain;
    }

    /** For the CDI proxy. */
    protected DrainHealth() {
        this(null);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving").status(!drain.isClosing()).build();
    }
}
