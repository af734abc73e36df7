package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.hostelchat.attachment.Quota;
import org.hostelchat.cluster.HintSender;
import org.hostelchat.live.OpenConnections;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.meter.Meter;
import org.hostelchat.meter.Refused;
import org.hostelchat.platform.cluster.Nodes;
import org.hostelchat.platform.db.DatabaseHealth;
import org.hostelchat.presence.PresenceBoard;

/**
 * Publishes the chat's metrics at {@code /metrics}; docs/operations.md explains them. Values are computed only when
 * requested.
 */
@ApplicationScoped
class HostelMetrics {

    @Inject
    private MetricRegistry registry;

    @Inject
    private MessageWriter writer;

    @Inject
    private Quota quota;

    @Inject
    private OpenConnections lines;

    @Inject
    private PresenceBoard presence;

    @Inject
    private Nodes nodes;

    @Inject
    private HintSender hints;

    @Inject
    @Readiness
    private DatabaseHealth database;

    /** To be called once, at the start. */
    void register() {
        for (var meter : Meter.values()) gauge(meter.key(), meter.description(), meter::total);
        for (var refused : Refused.values()) {
            gauge(
                    "hostel_refused_posts_total",
                    "Posts, edits and deletions that were refused, by reason",
                    refused::total,
                    new Tag("reason", refused.reason()));
        }
        gauge("hostel_writer_queue", "Posts that wait for the disk", writer::waiting);
        gauge("hostel_files_bytes", "Bytes of all files, counted once a minute", quota::total);
        gauge("hostel_open_lines", "Sockets that are open", lines::size);
        gauge("hostel_people_here", "People who are here", presence::count);
        gauge("hostel_nodes", "Servers over this database, this one included", nodes::count);
        gauge(
                "hostel_upkeep",
                "1 if this server does the work that only one of them may do, else 0",
                () -> nodes.isHere() ? 1 : 0);
        gauge("hostel_hints_sent_total", "Hints sent to other servers", hints::sent);
        gauge("hostel_hints_lost_total", "Messages with such hints that are known to be lost", hints::lost);
        gauge("hostel_database_up", "1 if the database takes a write, else 0", () -> database.isWritable() ? 1 : 0);
    }

    private void gauge(String name, String description, Supplier<? extends Number> value, Tag... tags) {
        var metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, this, any -> value.get().doubleValue(), tags);
    }
}
