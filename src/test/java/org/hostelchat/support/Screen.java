package org.hostelchat.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A device: a browser of its own with one page. {@link #tab()} opens further tabs. */
public final class Screen {

    /** Lists the fields of a page that lack attributes by which browsers and keyboards leave what is typed unchanged. */
    private static final String MISSING =
            """
            () => [...document.querySelectorAll('form input, form textarea')]
              .filter(field => ['password', 'text', 'date', 'search', 'textarea'].includes(field.type) && !field.hidden)
              .flatMap(field => {
                const lacks = (name, pattern) => pattern.test(field.getAttribute(name) ?? '')
                  ? [] : [`${location.pathname} #${field.id}: ${name}=${field.getAttribute(name)}`];
                const secret = field.type === 'password';
                const exact = secret || field.autocomplete === 'username' || /number|key|typed|author/i.test(field.id)
                  || /number/i.test(field.labels[0]?.textContent ?? '');
                return [
                  ...field.type === 'textarea' ? [] : lacks('autocomplete', secret ? /^(current|new)-password$/ : /./),
                  ...exact ? lacks('autocapitalize', /^none$/) : [],
                  ...exact ? lacks('spellcheck', /^false$/) : [],
                  ...field.labels.length > 0 ? [] : [`${location.pathname} #${field.id}: no label`],
                ];
              })""";

    private static final Set<String> HARMLESS = Set.of("data", "blob", "about");

    private final BrowserContext context;
    private final URI url;
    private final Device device;
    private ColorScheme scheme;
    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Screen(BrowserContext context, URI url, Device device, ColorScheme scheme) {
        this.context = context;
        this.url = url;
        this.device = device;
        this.scheme = scheme;
        context.setDefaultTimeout(15_000);
        context.onRequest(request -> checkHost(request.url()));
        context.onWebError(error -> troubles.add("Error in the page: " + error.error()));
        context.onConsoleMessage(this::checkConsole);
        context.onPage(opened -> opened.onWebSocket(socket -> checkHost(socket.url())));
        this.page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public Device device() {
        return device;
    }

    /** Switches the device between light and dark without reloading, as devices do in the evening. */
    public Screen in(ColorScheme next) {
        scheme = next;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(next));
        page.evaluate("() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition)"
                + ".map((one) => one.finished))");
        return this;
    }

    /** Another tab of the same browser, with the same cookies. */
    public Page tab() {
        return context.newPage();
    }

    /** Opens a path of the server, such as {@code /login}. */
    public Response go(String path) {
        return page.navigate(url + path);
    }

    /** The path and query of the address bar. */
    public String path() {
        return page.url().substring(url.toString().length());
    }

    /** Copies an API session's cookies into this browser, so that it is signed in without the sign-in page. */
    public Screen as(Residents.Person person) {
        person.signIn()
                .cookieJar()
                .forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value)
                        .setDomain(url.getHost())
                        .setPath("/")
                        .setHttpOnly(true))));
        return this;
    }

    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** Types into a field key by key, replacing its content; fails unless the field then contains exactly this text. */
    public Screen type(String selector, String text) {
        Locator field = find(selector);
        field.click();
        field.press("ControlOrMeta+a");
        field.press("Delete");
        // Line breaks are typed with the keys that make them.
        field.pressSequentially(text);
        assertThat(field).hasValue(text);
        return this;
    }

    /** Signs in by typing into the sign-in page, from any page. */
    public Screen signIn(String login, String password) {
        if (!page.url().startsWith(url + "/login")) go("/login");
        type("#login", login).type("#password", password);
        find("#enter").click();
        return this;
    }

    /** Types into the composer, and presses Send. */
    public Screen say(String text) {
        Locator box = find("#box");
        box.click();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                box.press(device == Device.PHONE ? "Enter" : "Shift+Enter");
            }
            box.pressSequentially(lines[i]);
        }
        find("#send").click();
        return this;
    }

    /** The lower edge of the last visible element of these, in CSS pixels from the top of the screen. */
    public double bottomOf(String selector) {
        return box(selector).y + box(selector).height;
    }

    /** The upper edge; otherwise as {@link #bottomOf}. */
    public double topOf(String selector) {
        return box(selector).y;
    }

    /** Fails unless the end of the last message is visible above the composer. */
    public void checkLastMessageInSight() {
        double end = bottomOf(".message");
        double box = topOf(".composer");
        if (end > box + 0.5) {
            throw new AssertionError("The last message ends at " + end + ", below the upper edge of the box at " + box);
        }
    }

    private BoundingBox box(String selector) {
        BoundingBox box = find(selector).last().boundingBox();
        if (box == null) {
            throw new AssertionError(selector + " is not to be seen on " + page.url());
        }
        return box;
    }

    /** A screenshot of the visible part: {@code target/screenshots/NAME-phone-dark.png}. */
    public Path shot(String name) {
        return shot(name, false);
    }

    /** A screenshot of the whole page. */
    public Path longShot(String name) {
        return shot(name, true);
    }

    /** Fails if axe finds a violation. */
    public void checkAccess() {
        List<String> findings = Axe.findings(page);
        if (!findings.isEmpty()) {
            throw new AssertionError("axe found on " + page.url() + " (" + device + ", " + scheme + "):\n"
                    + String.join("\n", findings));
        }
    }

    /** Fails if the page is wider than the screen. */
    public void checkWidth() {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) overflow).intValue() > 0) {
            throw new AssertionError(page.url() + " is " + overflow + " px wider than the " + device);
        }
    }

    /** Fails unless the page has a form, all of whose fields have the attributes that keep typed text unchanged. */
    public void checkFields() {
        if (find("form").count() == 0) {
            throw new AssertionError(page.url() + " has no form");
        }
        Object missing = page.evaluate(MISSING);
        if (!List.of().equals(missing)) {
            throw new AssertionError("Fields without an attribute: " + missing);
        }
    }

    /** Ignores an error that this test causes on purpose. */
    public void expectTrouble(String regex) {
        expected.add(Pattern.compile(regex));
    }

    /** Requests to other hosts, script errors, and violations of the content security policy. */
    public List<String> troubles() {
        return troubles.stream()
                .filter(trouble ->
                        expected.stream().noneMatch(p -> p.matcher(trouble).find()))
                .distinct()
                .toList();
    }

    void keepForFailure(String name) {
        try {
            int tab = 0;
            for (Page open : context.pages()) {
                open.screenshot(new Page.ScreenshotOptions()
                        .setPath(BuildOutput.target().resolve("screenshots/failed/" + name + "-" + ++tab + ".png"))
                        .setTimeout(5_000));
            }
        } catch (RuntimeException noPicture) {
            System.err.println("No picture of " + name + ": " + noPicture.getMessage());
        }
    }

    void close() {
        context.close();
    }

    private Path shot(String name, boolean whole) {
        Path file = BuildOutput.target()
                .resolve("screenshots")
                .resolve(name + "-" + device + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
        return file;
    }

    private void checkHost(String address) {
        URI asked = URI.create(address.replaceAll("[^\\x21-\\x7e]|[|{}<>^`\"\\\\]", "_"));
        if (!HARMLESS.contains(asked.getScheme())
                && !(url.getHost().equals(asked.getHost()) && url.getPort() == asked.getPort())) {
            troubles.add("Asked another host: " + address);
        }
    }

    private void checkConsole(ConsoleMessage message) {
        // Browsers report refused API calls as errors too, and many tests are about those.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            troubles.add("On the console: " + message.text());
        }
    }
}
