package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hostelchat.form.FormState;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;
import org.hostelchat.wire.ProblemAnswer;

/**
 * The result of a form's action. The one place where refusals of the core become messages at the head of a page and
 * beside its fields. A field's id is the name that the core gives it.
 */
@Named
@RequestScoped
public class FormOutcome {

    @Inject
    private PageWords words;

    private final List<Violation> problems = new ArrayList<>();

    /** The violations that no field shows; null until the page asks. */
    private List<Violation> unplaced;

    /**
     * Runs a form's action.
     *
     * @return false if it was refused: the page is shown again with the reason
     */
    public boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            var problem = refusal.problem(words.language());
            if (refusal instanceof Refusal.Uncertain) FormState.uncertain(request());
            // The page may have asked before there were any.
            unplaced = null;
            problems.addAll(problem.violations());
            if (problems.isEmpty()) problems.add(new Violation(fieldOf(refusal), problem.detail()));
            var faces = FacesContext.getCurrentInstance().getExternalContext();
            ProblemAnswer.mark((HttpServletResponse) faces.getResponse(), problem);
            return false;
        }
    }

    /** Marks the response as a question that must be answered before the action is done. */
    public static void question() {
        FormState.question(request());
    }

    /** The field at which to show a refusal that names none: that a password is wrong. */
    private static String fieldOf(Refusal refusal) {
        if (!refusal.slug().equals("wrong-password")) return "";
        return Parameters.get("current").isEmpty() ? "password" : "current";
    }

    /**
     * Looks up the subject of a page; null if it does not exist or may not be seen. {@link #needed} then reports that
     * before the page is rendered.
     */
    public <T> T orNull(Supplier<T> lookUp) {
        try {
            return lookUp.get();
        } catch (Refusal.NotFound nothing) {
            return null;
        }
    }

    /** To be called before the first byte of the page: shows the error page instead if the subject was not found. */
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

    /** Redirects the browser, so that a reload does not repeat the action. */
    public void go(String path) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As {@link #go}, with a message on the next page that the action is done.
     *
     * @param done the message's key
     */
    public void goDone(String path, String done) {
        var fragment = path.indexOf('#');
        var page = fragment < 0 ? path : path.substring(0, fragment);
        go(page + (page.contains("?") ? '&' : '?') + "done=" + done + (fragment < 0 ? "" : path.substring(fragment)));
    }

    /**
     * The messages for the head of the page: only those that no field shows, so that none appears twice and pushes the
     * form off a small screen.
     */
    public List<Violation> getProblems() {
        if (unplaced == null) {
            // Set before the search below, which evaluates the head of the page and so calls this method again.
            unplaced = problems;
            var fields = fieldsOnPage();
            unplaced = problems.stream()
                    .filter(problem -> !fields.contains(problem.field()))
                    .toList();
        }
        return unplaced;
    }

    /** The message at this field, or null. */
    public String message(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    /** Whether this field gets the focus: the first one with a message, if there is none at the head of the page. */
    public boolean focused(String field) {
        return getProblems().isEmpty()
                && !problems.isEmpty()
                && problems.get(0).field().equals(field);
    }

    /** The fields with violations that are rendered components of this page and so show their own messages. */
    private Set<String> fieldsOnPage() {
        var named = problems.stream()
                .map(Violation::field)
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toSet());
        var found = new HashSet<String>();
        if (named.isEmpty()) return found;
        var faces = FacesContext.getCurrentInstance();
        var visit = VisitContext.createVisitContext(faces, named, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(visit, (context, component) -> {
            // A form may have a field's name as its id, and shows no message.
            if (!(component instanceof UIForm)) found.add(component.getClientId(faces));
            return VisitResult.ACCEPT;
        });
        return found;
    }

    /** The message that is shown once after an action was done, or for a form that did nothing; null for none. */
    public String getDone() {
        if (!problems.isEmpty()) return null;
        return switch (FormState.of(request())) {
            case RESTORED -> words.get("form.restored");
            case SENT_BEFORE -> words.get("form.sent-before");
            default -> done("done." + Parameters.get("done"));
        };
    }

    /** The message of a key, which may be about a count in the address; null if there is none. */
    private String done(String key) {
        return words.or(key + ".other", null) == null
                ? words.or(key, null)
                : words.counted(key, Parameters.number("count"));
    }

    private static ServletRequest request() {
        return (ServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
