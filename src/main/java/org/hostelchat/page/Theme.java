package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Light, dark, or as the device says. A cookie rather than a script's storage, so that the page arrives in the right
 * colours: a strict policy for scripts leaves no way to set them before the first paint.
 */
@Named
@RequestScoped
public class Theme {

    static final String COOKIE = "hostel_look";

    private HttpServletRequest request;

    protected Theme() {}

    @Inject
    Theme(HttpServletRequest request) {
        this.request = request;
    }

    /** The media query under which the dark colours hold; never on paper. */
    public String getNightMedia() {
        return switch (choice()) {
            case "dark" -> "screen";
            case "light" -> "not all";
            default -> "screen and (prefers-color-scheme: dark)";
        };
    }

    private String choice() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
