package org.hostelchat.listener;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.hostelchat.language.AcceptLanguage;
import org.hostelchat.language.Language;
import org.hostelchat.refusal.Problem;

/**
 * Writes the response to a refused request: problem+json for programs, a sentence for people. The connection is closed
 * afterwards.
 */
final class RefusedAnswer {

    private static final int RETRY_SECONDS = 5;

    private final AnswerHeaders headers;

    RefusedAnswer(AnswerHeaders headers) {
        this.headers = headers;
    }

    HttpContent to(HttpRequestPacket request, Refused refused, MemoryManager<?> memory) {
        var response = request.getResponse();
        HttpStatus.getHttpStatus(refused.status()).setValues(response);
        headers.add(response);
        response.setHeader(Header.Connection, "close");
        if (refused.status() == 503) response.setHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        var forPrograms = request.getRequestURI().startsWith("/api")
                || request.getRequestURI().equals("/live");
        var language = AcceptLanguage.best(request.getHeader("Accept-Language")).orElse(Language.EN);
        var problem = Problem.of(refused.status(), refused.slug(), refused.detail(), language);
        var body = (forPrograms ? problem.json() : problem.detail() + "\n").getBytes(StandardCharsets.UTF_8);
        response.setContentType(forPrograms ? Problem.MEDIA_TYPE : "text/plain;charset=UTF-8");
        response.setContentLength(body.length);
        request.getProcessingState().setKeepAlive(false);
        response.getProcessingState().setKeepAlive(false);
        return response.httpContentBuilder()
                .content(Buffers.wrap(memory, body))
                .last(true)
                .build();
    }
}
