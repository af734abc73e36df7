package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.hostelchat.refusal.Problem;
import org.hostelchat.wire.ProblemAnswer;

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
            case 403 -> isForeign() ? "foreign" : "not-allowed";
            case 404 -> "not-found";
            case 405 -> "not-here";
            case 413 -> "too-large";
            case 429, 503 -> "busy";
            default -> "fault";
        };
    }

    /** Whether it was refused because another website may have caused it. */
    private boolean isForeign() {
        return ProblemAnswer.of(request)
                .filter(problem -> problem.type().equals(Problem.TYPE_PREFIX + "foreign-origin"))
                .isPresent();
    }

    private int status() {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : 404;
    }
}
