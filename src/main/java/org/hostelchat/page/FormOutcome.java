package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;

/**
 * What a page answers to what was asked of it: the one place where a refusal of the core becomes words at the head of the
 * page and beside its fields. A field's id is the name that the core gives it.
 */
@Named
@RequestScoped
public class FormOutcome {

    /** Said once, on the page that one is sent to after something was done. */
    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("signed-out", "You are signed out. See you soon."),
            Map.entry("opened", "Your account is ready. Now register the residents, or post the first notice."),
            Map.entry("saved", "Saved."),
            Map.entry("erased", "The account and all its messages are deleted."),
            Map.entry("signed-out-elsewhere", "These devices are signed out."),
            Map.entry("signed-out-there", "They are signed out on all devices."),
            Map.entry("message-deleted", "The message is deleted for everybody."),
            Map.entry("notice-posted", "The notice is on the board. Everybody who is online sees it now."),
            Map.entry(
                    "notice-saved",
                    "The notice is changed. Residents who confirmed it do not have to confirm it again."),
            Map.entry("notice-asks-again", "The notice is changed. Everybody is asked to confirm it again."),
            Map.entry("notice-withdrawn", "The notice is off the board, and its discussion is closed."),
            Map.entry("acknowledged", "Thank you. The hostel office sees that you have read it."),
            Map.entry("token-revoked", "The token is deleted and does not work any more."));

    private final List<Violation> problems = new ArrayList<>();

    /**
     * Does what a form asks for.
     *
     * @return false if it was refused: the page is shown again, with the reason
     */
    public boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            var problem = refusal.problem();
            problems.addAll(problem.violations());
            if (problems.isEmpty()) problems.add(new Violation("", problem.detail()));
            var response = FacesContext.getCurrentInstance().getExternalContext();
            response.setResponseStatus(problem.status());
            if (problem.retryAfter() > 0)
                response.setResponseHeader("Retry-After", Long.toString(problem.retryAfter()));
            return false;
        }
    }

    /** What a page is about, or null if it is not there: {@link #needed} says so when the page is to be shown. */
    public <T> T orNull(Supplier<T> lookUp) {
        try {
            return lookUp.get();
        } catch (Refusal.NotFound nothing) {
            return null;
        }
    }

    /** Asked before the first byte of a page: shows the error page instead if that is not there. */
    public void needed(Object subject) {
        if (subject != null) return;
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Sends the browser on, so that a reload doesn't do it again. */
    public void go(String path) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Violation> getProblems() {
        return problems;
    }

    /** What is wrong with this field, or null. */
    public String message(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    public String getDone() {
        return problems.isEmpty() ? DONE.get(Parameters.get("done")) : null;
    }
}
