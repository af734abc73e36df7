package org.hostelchat.wire;

import jakarta.servlet.http.HttpServletRequest;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Where a browser says that a request comes from ({@code Sec-Fetch-Site}), for downloads that are recorded or used up: a link on another site must
 * not be able to trigger one. Programs send no such header, and neither do browsers over plain HTTP from other hosts.
 */
public final class FetchSite {

    private FetchSite() {}

    /** @throws Refusal.NotAllowed if another site, or another origin of this one, sent the browser here */
    public static void check(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !from.equals("same-origin") && !from.equals("none")) throw foreign();
    }

    /** The refusal of what another site may have caused. */
    public static Refusal foreign() {
        return new Refusal.NotAllowed("foreign-origin", Phrase.of("security.foreign-origin"));
    }
}
