package org.hostelchat.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything below {@code /api}; the container discovers the resources and providers of this package. */
@ApplicationPath("/api")
public class ChatApi extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Keeps the body that we set for an error, instead of the server's HTML error page.
                "jersey.config.server.response.setStatusOverSendError", true,
                // Behind a proxy the server does not know its external address, so Location remains a path.
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
