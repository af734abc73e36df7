package org.hostelchat.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.refusal.Problem;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.ProblemAnswer;

/** Answers a refusal of the core with its problem. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    private RequestSession requestSession;

    @Inject
    private RequestLanguage requestLanguage;

    @Override
    public Response toResponse(Refusal refusal) {
        if (refusal instanceof Refusal.NotAllowed notAllowed) requestSession.refused(notAllowed);
        return answer(refusal.problem(requestLanguage.ofProgram())).build();
    }

    static Response.ResponseBuilder answer(Problem problem) {
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        ProblemAnswer.headers(problem).forEach(answer::header);
        return answer;
    }
}
