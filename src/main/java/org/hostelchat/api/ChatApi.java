package org.hostelchat.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything below {@code /api}; the server finds the resources and providers of this package by itself. */
@ApplicationPath("/api")
public class ChatApi extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // An error keeps the body that we gave it instead of being handed to the server's HTML error page.
                "jersey.config.server.response.setStatusOverSendError", true,
                // Behind a proxy the server does not know its own address: Location stays a path.
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
