package org.hostelchat.form;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hostelchat.auth.RequestSession;

/**
 * Executes a submitted form at most once, however often it is sent; forms are identified by {@link FormToken}. A
 * repetition with the same content gets the same response, and waits for it if the first is still being processed. If
 * the content differs, or the response is not stored any more, nothing is executed and the form is shown again, with a
 * new token. A form that was refused, or answered with a question, has had no effect and may be sent again.
 *
 * <p>Runs after the gate: callers have access to the page.
 */
public class FormFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Longer than the longest wait for hashing a password. */
    private static final int LONGEST_WAIT_SECONDS = 50;

    /** Each waiting request occupies a thread; enough threads must remain for others. */
    private static final int MOST_WAITING = 64;

    private final transient Semaphore waiting = new Semaphore(MOST_WAITING);

    @Inject
    private transient RequestSession requestSession;

    @Inject
    private transient SentForms sentForms;

    @Inject
    private transient UnsentForms unsentForms;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (FormParameters.isForm(request)) {
            send(request, response, chain);
            return;
        }
        var unsent = unsentForms.find(request);
        if (unsent.isEmpty()) chain.doFilter(request, response);
        else show(FormState.RESTORED, unsent.get().onto(request), response, chain);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var token = request.getParameter(FormToken.FIELD);
        var madeFor = FormToken.owner(token).orElseThrow();
        var owner = requestSession.who().map(who -> who.caller().id()).orElse(0L);
        if (madeFor != 0 && madeFor != owner) {
            // Another person has signed in here since: the form is not theirs.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", RequestPath.of(request) + "?done=anothers");
            return;
        }
        var content = FormParameters.content(request);
        var claim = sentForms.claim(owner, token, content);
        if (claim == null) busy(response);
        else if (claim.first()) carryOut(owner, token, claim.form(), request, response, chain);
        else answerAgain(claim.form(), content, request, response, chain);
    }

    private void carryOut(
            long owner,
            String token,
            SentForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var recording = new RecordingResponse(response);
        // A form that fails with an exception may have had its effect all the same.
        var answer = KeptAnswer.ofError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        try {
            chain.doFilter(request, recording);
            answer = recording.answer();
        } finally {
            sentForms.finish(owner, token, form, answer, mayBeDone(answer, request));
        }
        // Submitting the form supersedes its unsent content that was kept before.
        if (answer.mayBeDone()) unsentForms.drop(request);
        answer.give(response);
    }

    private static boolean mayBeDone(KeptAnswer answer, HttpServletRequest request) {
        return FormState.isUncertain(request) || (answer.mayBeDone() && !FormState.isQuestion(request));
    }

    private void answerAgain(
            SentForm form, String content, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var promised = form.answer();
        var waits = !promised.isDone();
        if (waits && !waiting.tryAcquire()) {
            busy(response);
            return;
        }
        try {
            var answer = promised.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (answer.isPresent() && form.hasContent(content)) answer.get().repeat(response);
            else if (form.isDone()) show(FormState.SENT_BEFORE, request, response, chain);
            else send(request, response, chain);
        } catch (TimeoutException | ExecutionException late) {
            busy(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            busy(response);
        } finally {
            if (waits) waiting.release();
        }
    }

    private static void show(
            FormState state, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        state.keep(request);
        chain.doFilter(request, response);
    }

    private static void busy(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
