package org.hostelchat.demo;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;

/** Takes screenshots of every page, on a phone and a laptop, in light and dark. */
final class Screenshots {
    private static final List<String> CONSOLE =
            List.of("", "users", "roll", "register", "messages", "notices", "post", "record", "tokens");

    private final HostelServer server;
    private final Person warden;
    private final List<Person> residents;

    /** @param residents one for each device and color scheme, because one visit marks everything as read */
    Screenshots(HostelServer server, Person warden, List<Person> residents) {
        this.server = server;
        this.warden = warden;
        this.residents = residents;
    }

    void take() {
        Iterator<Person> resident = residents.iterator();
        for (Device device : Device.values()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                take(device, scheme, resident.next());
            }
        }
    }

    private void take(Device device, ColorScheme scheme, Person resident) {
        try (Browsers browsers = new Browsers(server)) {
            shoot(browsers.open(device, scheme), "login", "/login");
            Screen screen = browsers.open(device, scheme).as(resident);
            shoot(screen, "chat", "/chat");
            shoot(screen, "notices", "/notices");
            shoot(screen, "discussion", "/rooms/" + liveliest(resident, "NOTICE"));
            shoot(screen, "direct", "/rooms/" + liveliest(resident, "DIRECT"));
            shoot(screen, "group", "/rooms/" + liveliest(resident, "OPEN"));
            shoot(screen, "devices", "/devices");
            shoot(screen, "password", "/password");
            Screen office = browsers.open(device, scheme).as(warden);
            for (String page : CONSOLE) {
                shoot(office, "admin" + (page.isEmpty() ? "" : "-" + page), "/admin/" + page);
            }
        }
    }

    /** The room of this kind in which most was said. */
    private static long liveliest(Person reader, String kind) {
        return reader.api().get("/api/rooms").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(room -> room.getString("kind").equals(kind))
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
