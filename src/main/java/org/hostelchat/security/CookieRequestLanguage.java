package org.hostelchat.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.language.AcceptLanguage;
import org.hostelchat.language.Language;
import org.hostelchat.language.RequestLanguage;

/**
 * The language of the current request: the person's own choice, else a cookie's, the browser's, or the hostel's
 * default. Needs no query: a person's choice is part of their identity.
 */
@RequestScoped
public class CookieRequestLanguage implements RequestLanguage {

    private static final String NAME = "hostel_language";
    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    private HttpServletRequest request;

    @Inject
    private SecuritySettings settings;

    private HttpServletResponse response;
    private Language chosen;

    /** The parsed header, cached because a page looks up dozens of texts. */
    private Optional<Language> asked;

    /** Called by the {@link Gate} at the begin of the request. */
    void answerWith(HttpServletResponse answer) {
        response = answer;
    }

    @Override
    public Language ofPage() {
        return Optional.ofNullable(chosen)
                .or(this::ofAccount)
                .or(this::ofCookie)
                .or(this::asked)
                .orElse(settings.language());
    }

    @Override
    public Language ofProgram() {
        return asked().or(this::ofSession).orElse(Language.EN);
    }

    /** A program with a token has the language of nobody. */
    private Optional<Language> ofSession() {
        return Identity.kept(request).filter(identity -> !identity.byToken()).flatMap(identity -> ofAccount());
    }

    private Optional<Language> asked() {
        if (asked == null) asked = AcceptLanguage.best(request.getHeader("Accept-Language"));
        return asked;
    }

    @Override
    public void choose(Language language) {
        chosen = language;
        response.addCookie(cookie(language));
    }

    private Optional<Language> ofAccount() {
        return Identity.kept(request).flatMap(Identity::who).map(who -> who.caller()
                .language());
    }

    private Optional<Language> ofCookie() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .findFirst()
                .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private Cookie cookie(Language language) {
        var cookie = new Cookie(name(), language.tag());
        cookie.setHttpOnly(true);
        cookie.setSecure(origin().secure());
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Browsers share cookies between ports of a host; the port in the name keeps two hostels on one host apart. */
    private String name() {
        return NAME + '_' + origin().port();
    }

    private Origin origin() {
        return Origin.of(request, settings.trustedProxies());
    }
}
