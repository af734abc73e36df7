package org.hostelchat.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.refusal.Problem;
import org.hostelchat.refusal.Refusal;

/**
 * Answers all exceptions without a mapper of their own. The container's exceptions (unknown path, method, media type)
 * keep their status; anything else, including invalid SQL of ours, is a 500 that reveals only a number under which the
 * log has the details.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    static final Problem UNSUPPORTED_MEDIA_TYPE = Problem.of(
            415,
            "unsupported-media-type",
            "Not understood in that form",
            "The body has to be application/json in UTF-8.");

    private static final System.Logger LOG = System.getLogger(FaultMapper.class.getName());

    @Inject
    private RequestLanguage requestLanguage;

    @Override
    public Response toResponse(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebApplicationException web) return answer(web);
        }
        return RefusalMapper.answer(Refusal.of(fault, LOG).problem(requestLanguage.ofProgram()))
                .build();
    }

    private static Response answer(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        var problem =
                switch (status) {
                    case 404 -> Problem.of(status, "no-such-path", "Not there", "There is nothing at this path.");
                    case 405 ->
                        Problem.of(status, "method-not-allowed", "Method not allowed", "This path has no such method.");
                    case 406 ->
                        Problem.of(
                                status,
                                "not-acceptable",
                                "Not offered in that form",
                                "This comes as application/json; lists come as text/csv too.");
                    case 415 -> UNSUPPORTED_MEDIA_TYPE;
                    default -> Problem.of(status, "http-" + status, "Refused", "The server refused this request.");
                };
        var answer = RefusalMapper.answer(problem);
        var allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }
}
