package org.hostelchat.bench;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;

/**
 * The time from a tap on a room in the list until its newest message is painted, in Chromium: among two rooms whose messages the page holds,
 * and through so many that each has to be fetched.
 */
final class SwitchScenario implements Scenario {

    /** More than the page holds messages of. */
    private static final int ROOMS = 12;

    private static final int MESSAGES = 60;
    private static final int ROUNDS = 12;

    private static final String SWITCH =
            """
            ([id, words]) => new Promise(done => {
              const start = performance.now();
              document.querySelector(`#room-list a[href='/rooms/${id}']`).click();
              const look = () => {
                const rows = document.querySelectorAll('#rows .message-body');
                if (rows.length && rows[rows.length - 1].textContent.includes(words)) requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
                else requestAnimationFrame(look);
              };
              look();
            })""";

    @Override
    public void run(Options options, Report report) throws Exception {
        try (HostelServer server = HostelServer.with()
                        .jvm(options.text("jvm"))
                        .setting("hostel.flood.burst", 0)
                        .setting("hostel.flood.rate", 0)
                        .start();
                Browsers browsers = new Browsers(server)) {
            Person asha = server.residents().student("Asha");
            List<Long> rooms = rooms(asha);
            Screen screen = browsers.desktop().as(asha);
            screen.go("/chat");
            screen.find("#room-list a[href='/rooms/" + rooms.get(ROOMS - 1) + "']")
                    .waitFor();
            report.add(measure("held", screen.page(), rooms.subList(0, 2), ROUNDS * ROOMS / 2));
            report.add(measure("fetched", screen.page(), rooms, ROUNDS));
        }
    }

    private static List<Long> rooms(Person asha) {
        List<Long> rooms = new ArrayList<>();
        try (LiveClient line = asha.online()) {
            for (int i = 0; i < ROOMS; i++) {
                long room = asha.api()
                        .post(
                                "/api/rooms",
                                Api.json(
                                        "kind",
                                        "GROUP",
                                        "name",
                                        "Room " + i,
                                        "people",
                                        Json.createArrayBuilder().build()))
                        .expect(201)
                        .json()
                        .getInt("id");
                rooms.add(room);
                for (int n = 0; n < MESSAGES; n++) line.say(room, words(room, n));
            }
        }
        return rooms;
    }

    private static String words(long room, int number) {
        return "चाय at five, in room " + room + ", for the " + number + "th time.";
    }

    private static ReportRow measure(String which, Page page, List<Long> rooms, int rounds) {
        Histogram times = new Histogram(3);
        for (int round = 0; round < rounds; round++) {
            for (long room : rooms) {
                double millis = ((Number)
                                page.evaluate(SWITCH, List.of(String.valueOf(room), words(room, MESSAGES - 1))))
                        .doubleValue();
                if (round > 1) times.recordValue(Math.round(millis * 1e6));
            }
        }
        return new ReportRow()
                .with("messages", which)
                .with("rooms", rooms.size())
                .figure("switches", times.getTotalCount())
                .latency("switch", times)
                .figure("switch p95 ms", times.getValueAtPercentile(95) / 1e6);
    }
}
