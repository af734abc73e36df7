package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The colour scheme: light, dark, or the device's. Stored in a cookie rather than in local storage, so that the page
 * arrives in the right colours: the content security policy allows no inline script that could set them before the
 * first paint.
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

    /** The media query for the dark colours, which never apply to print. */
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
