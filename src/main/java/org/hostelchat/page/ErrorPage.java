package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Shown when a page failed: says what happened, what was kept, and what to do. Runs no query. */
@Named
@RequestScoped
public class ErrorPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageWords words;

    public String getTitle() {
        return words.get("error." + kind() + ".title");
    }

    public String getDetail() {
        return words.get("error." + kind() + ".detail");
    }

    private String kind() {
        return switch (status()) {
            case 400 -> "bad-request";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "not-here";
            case 413 -> "too-large";
            case 429, 503 -> "busy";
            default -> "fault";
        };
    }

    private int status() {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : 404;
    }
}
