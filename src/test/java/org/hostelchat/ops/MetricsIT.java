package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hostelchat.support.Api;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metrics of the chat. */
@ExtendWith(Hostel.class)
class MetricsIT {

    @Test
    void theFiguresFollowWhatHappens(HostelServer server) {
        double posts = figure(server, "hostel_posts_total");
        double deliveries = figure(server, "hostel_deliveries_total");
        double signIns = figure(server, "hostel_sign_ins_total");
        double failures = figure(server, "hostel_failed_sign_ins_total");

        Person asha = server.residents().student("Asha");
        server.api()
                .post("/api/session", Api.json("login", asha.enrolmentNumber(), "password", "wrong wrong wrong"))
                .expect(401);
        try (LiveClient client = asha.online()) {
            client.say(1, "counted");
            client.awaitSaid(1, "counted");
            assertTrue(figure(server, "hostel_open_lines") >= 1);
            assertTrue(figure(server, "hostel_people_here") >= 1);
        }
        assertEquals(posts + 1, figure(server, "hostel_posts_total"), 0.1);
        assertTrue(figure(server, "hostel_deliveries_total") > deliveries);
        assertTrue(figure(server, "hostel_sign_ins_total") > signIns);
        assertEquals(failures + 1, figure(server, "hostel_failed_sign_ins_total"), 0.1);
        assertTrue(figure(server, "hostel_commits_total") > 0);
        assertTrue(figure(server, "hostel_commit_nanoseconds_total") > 0);
        assertEquals(1, figure(server, "hostel_database_up"), 0.1);
        String all = server.operator().get("/metrics").expect(200).body();
        assertTrue(all.contains("reason=\"too-many-posts\""), all);
    }

    private static double figure(HostelServer server, String name) {
        String all = server.operator().get("/metrics").expect(200).body();
        return all.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in\n" + all));
    }
}
