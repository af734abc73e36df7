package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
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
 * What a page answers to what was asked of it: the one place where a refusal of the core becomes words at the head of the
 * page and beside its fields. A field's id is the name that the core gives it.
 */
@Named
@RequestScoped
public class FormOutcome {

    @Inject
    private PageWords words;

    private final List<Violation> problems = new ArrayList<>();

    /** Those that no field says; null until the page asks. */
    private List<Violation> unplaced;

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
            var problem = refusal.problem(words.language());
            if (refusal instanceof Refusal.Uncertain) FormState.uncertain(request());
            // The page may have asked before there was anything to say.
            unplaced = null;
            problems.addAll(problem.violations());
            if (problems.isEmpty()) problems.add(new Violation(fieldOf(refusal), problem.detail()));
            var faces = FacesContext.getCurrentInstance().getExternalContext();
            ProblemAnswer.mark((HttpServletResponse) faces.getResponse(), problem);
            return false;
        }
    }

    /** The page asks something before it does what the form asks for: nothing is done yet. */
    public static void question() {
        FormState.question(request());
    }

    /** At which field to say what the core does not say of one: that a password is wrong. */
    private static String fieldOf(Refusal refusal) {
        if (!refusal.slug().equals("wrong-password")) return "";
        return Parameters.get("current").isEmpty() ? "password" : "current";
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

    /** The same, and says there that something was done: by a key of what can be said. */
    public void goDone(String path, String done) {
        var fragment = path.indexOf('#');
        var page = fragment < 0 ? path : path.substring(0, fragment);
        go(page + (page.contains("?") ? '&' : '?') + "done=" + done + (fragment < 0 ? "" : path.substring(fragment)));
    }

    /**
     * What stands at the head of the page: only what no field of it says, so that nothing is said twice and pushes the form
     * off a small screen.
     */
    public List<Violation> getProblems() {
        if (unplaced == null) {
            // Looking through the page asks its head whether it is shown, and so comes back here.
            unplaced = problems;
            var fields = fieldsOnPage();
            unplaced = problems.stream()
                    .filter(problem -> !fields.contains(problem.field()))
                    .toList();
        }
        return unplaced;
    }

    /** What is wrong with this field, or null. */
    public String message(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    /** Whether this field is to have the focus: it is the first with a problem, and nothing stands at the head of the page. */
    public boolean focused(String field) {
        return getProblems().isEmpty()
                && !problems.isEmpty()
                && problems.get(0).field().equals(field);
    }

    /** Which of the fields with problems are components of this page that will be shown; each then says its own. */
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
            found.add(component.getClientId(faces));
            return VisitResult.ACCEPT;
        });
        return found;
    }

    /** What is said once, on the page that one is sent to after something was done, or of a form that did nothing; null for nothing. */
    public String getDone() {
        if (!problems.isEmpty()) return null;
        return switch (FormState.of(request())) {
            case RESTORED -> words.get("form.restored");
            case SENT_BEFORE -> words.get("form.sent-before");
            default -> words.or("done." + Parameters.get("done"), null);
        };
    }

    private static ServletRequest request() {
        return (ServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
