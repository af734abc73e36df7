package org.hostelchat.demo;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;

/** Takes screenshots of every page, on a phone and a laptop, in light and dark. */
final class Screenshots {
    private static final List<String> CONSOLE =
            List.of("", "users", "register", "messages", "notices", "post", "tokens");

    private final HostelServer server;
    private final List<Person> people;

    /** @param people the warden first */
    Screenshots(HostelServer server, List<Person> people) {
        this.server = server;
        this.people = people;
    }

    void take() {
        int resident = 12;
        for (Device device : Device.values()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                // Another person each time, because one visit marks everything as read.
                take(device, scheme, people.get(resident++));
            }
        }
    }

    private void take(Device device, ColorScheme scheme, Person resident) {
        try (Browsers browsers = new Browsers(server)) {
            shoot(browsers.open(device, scheme), "login", "/login");
            Screen screen = browsers.open(device, scheme).as(resident);
            shoot(screen, "chat", "/chat");
            shoot(screen, "notices", "/notices");
            shoot(screen, "discussion", "/rooms/" + discussion(resident));
            shoot(screen, "devices", "/devices");
            shoot(screen, "password", "/password");
            Screen office = browsers.open(device, scheme).as(people.get(0));
            for (String page : CONSOLE) {
                shoot(office, "admin" + (page.isEmpty() ? "" : "-" + page), "/admin/" + page);
            }
        }
    }

    /** The room of the notice with the longest discussion. */
    private static long discussion(Person reader) {
        return reader.api().get("/api/rooms").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(room -> room.getString("kind").equals("NOTICE"))
                .max(Comparator.comparingInt(room -> room.getInt("last")))
                .orElseThrow()
                .getJsonNumber("id")
                .longValue();
    }

    private static void shoot(Screen screen, String name, String path) {
        Response response = screen.go(path);
        if (response.status() != 200) {
            throw new AssertionError(path + " answered " + response.status());
        }
        screen.page().waitForLoadState(LoadState.NETWORKIDLE);
        screen.shot("demo-" + name);
    }
}
