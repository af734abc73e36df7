package org.hostelchat.wire;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a browser says that a request comes from ({@code Sec-Fetch-Site}), for downloads that are recorded or used up: a link on another site must
 * not be able to trigger one. Programs send no such header, and neither do browsers over plain HTTP from other hosts.
 */
public final class FetchSite {

    private FetchSite() {}

    /** Whether another site, or another origin of this one, sent the browser here. */
    public static boolean isForeign(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        return from != null && !from.equals("same-origin") && !from.equals("none");
    }
}
