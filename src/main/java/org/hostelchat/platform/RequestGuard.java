package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.listener.LargeBodies;
import org.hostelchat.listener.ListenerGuard;
import org.hostelchat.listener.ListenerSettings;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.security.Gate;
import org.hostelchat.security.SecurityHeaders;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.wire.WholeBody;

/** Installs the guard on the server's listeners while the application runs. Thread-safe. */
@ApplicationScoped
public class RequestGuard {

    private static final Duration ONE_LINE_IN = Duration.ofMinutes(1);

    private AuditLog audit;
    private volatile ListenerGuard guard;

    @Inject
    RequestGuard(AuditLog audit) {
        this.audit = audit;
    }

    /** For the CDI proxy. */
    protected RequestGuard() {}

    void start() {
        var proxies = HostelSettings.current().trustedProxies();
        guard = ListenerGuard.install(new ListenerSettings(
                Gate.LARGEST_BODY, largeBodies(), SecurityHeaders.ofAnyAnswer(), proxies::client, this::refused));
    }

    private static LargeBodies largeBodies() {
        var settings = HostelSettings.current();
        return new LargeBodies(
                WholeBody.ATTRIBUTE,
                settings.data().path().resolve("incoming"),
                (method, path) -> method.equals("POST") ? largest(settings, path) : 0);
    }

    private static long largest(HostelSettings settings, String path) {
        return switch (path) {
            case "/api/files" -> (long) settings.number(HostelSettings.Key.FILES_LARGEST) << 20;
            case "/api/register/imports" -> RegisterImports.mostBytes();
            // With what a form adds to the file.
            case "/admin/roll/file" -> RegisterImports.mostBytes() + Gate.LARGEST_BODY / 2;
            default -> 0;
        };
    }

    /** Clients' faults are logged once a minute per kind and address. */
    private void refused(String slug, String address) {
        audit.recordOnce(ONE_LINE_IN, "request-refused", null, "reason", slug, "address", address);
    }

    void sweep() {
        guard.sweep();
    }

    void stop() {
        if (guard != null) guard.remove();
    }
}
