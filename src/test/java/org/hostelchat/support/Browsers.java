package org.hostelchat.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, and the devices that a test opens in it. The server's address is {@code http://chat.hostel:PORT}:
 * a plain-http name that is not localhost, as residents use it, so that code that needs a secure context fails here
 * too. Closing fails if a page sent a request to another host or had an error.
 */
public final class Browsers implements AutoCloseable {

    /** The server's host name for browsers. */
    public static final String HOST = "chat.hostel";

    /** How long an assertion about a page waits for it to hold: a machine may be busy with other tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Playwright playwright;
    private static Browser chromium;

    private final URI url;
    private final List<Screen> screens = new ArrayList<>();

    public Browsers(HostelServer server) {
        this(server.port());
    }

    /** Browsers that connect to another port, such as a {@link CuttableLine}'s. */
    public Browsers(int port) {
        this.url = URI.create("http://" + HOST + ":" + port);
    }

    /** The server's URL for browsers. */
    public URI url() {
        return url;
    }

    public Screen desktop() {
        return open(Device.DESKTOP, ColorScheme.LIGHT);
    }

    public Screen phone() {
        return open(Device.PHONE, ColorScheme.LIGHT);
    }

    /** A new device, without cookies or stored data. */
    public Screen open(Device device, ColorScheme scheme) {
        return open(device, scheme, true);
    }

    /** As {@link #open(Device, ColorScheme)}, optionally without JavaScript. */
    public Screen open(Device device, ColorScheme scheme, boolean javaScript) {
        Screen screen = new Screen(
                chromium().newContext(device.options().setColorScheme(scheme).setJavaScriptEnabled(javaScript)),
                url,
                device,
                scheme);
        screens.add(screen);
        return screen;
    }

    /** Takes screenshots of all devices, for the analysis of a failure. */
    void keepForFailure(String name) {
        for (int i = 0; i < screens.size(); i++) {
            screens.get(i).keepForFailure(name + "-" + (i + 1));
        }
    }

    @Override
    public void close() {
        List<String> troubles = new ArrayList<>();
        for (Screen screen : screens) {
            troubles.addAll(screen.troubles());
            screen.close();
        }
        screens.clear();
        if (!troubles.isEmpty()) {
            throw new AssertionError("Pages had troubles:\n" + String.join("\n", troubles));
        }
    }

    private static synchronized Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setChromiumSandbox(false)
                            .setArgs(List.of(
                                    "--host-resolver-rules=MAP " + HOST
                                            + " 127.0.0.1,MAP * ~NOTFOUND,EXCLUDE 127.0.0.1",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    private static Path executable() {
        String told = System.getenv("CHROMIUM_BIN");
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        for (String name : List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")) {
            Path path = Path.of("/usr/bin", name);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        throw new AssertionError("No Chromium found; .ci/setup installs it, or set CHROMIUM_BIN");
    }
}
