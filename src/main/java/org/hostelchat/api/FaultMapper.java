package org.hostelchat.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
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

    private static final System.Logger LOG = System.getLogger(FaultMapper.class.getName());

    @Inject
    private RequestLanguage requestLanguage;

    @Override
    public Response toResponse(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebApplicationException web) return answer(web, requestLanguage.ofProgram());
        }
        return RefusalMapper.answer(Refusal.of(fault, LOG).problem(requestLanguage.ofProgram()))
                .build();
    }

    static Problem unsupportedMediaType(Language language) {
        return Problem.of(415, "unsupported-media-type", Phrase.of("api.json-only"), language);
    }

    private static Response answer(WebApplicationException web, Language language) {
        var answer = RefusalMapper.answer(problem(web.getResponse().getStatus(), language));
        var allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private static Problem problem(int status, Language language) {
        return switch (status) {
            case 404 -> Problem.of(status, "no-such-path", Phrase.of("api.no-such-path"), language);
            case 405 -> Problem.of(status, "method-not-allowed", Phrase.of("api.no-such-method"), language);
            case 406 -> Problem.of(status, "not-acceptable", Phrase.of("api.not-offered"), language);
            case 415 -> unsupportedMediaType(language);
            default -> Problem.of(status, "http-" + status, Phrase.of("api.refused"), language);
        };
    }
}
