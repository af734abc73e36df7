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
 * What a form does is done once, however often it is sent: it is known by its {@link FormToken}. The same form again gets the same
 * answer, and waits for it while the first is being worked on. With other words in it, or after the answer is forgotten, it
 * does nothing and is shown again, with a token of its own. What was refused, or answered with a question, did nothing and
 * may be sent again as it is.
 *
 * <p>Behind the gate: whoever comes here may see the page.
 */
public class FormFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Longer than a password waits for its turn. */
    private static final int LONGEST_WAIT_SECONDS = 50;

    /** Requests that wait hold a thread each; there are enough left for everybody else. */
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
            // Somebody else signed in here since: it is not they who wrote this.
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
        // What fails on the way may have been done all the same.
        var answer = KeptAnswer.ofError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        try {
            chain.doFilter(request, recording);
            answer = recording.answer();
        } finally {
            sentForms.finish(owner, token, form, answer, mayBeDone(answer, request));
        }
        // The words were sent now: what was kept of this page before is past.
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
