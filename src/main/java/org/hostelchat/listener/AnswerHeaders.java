package org.hostelchat.listener;

import java.util.Map;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;

/**
 * Adds the headers that every response carries to those that the HTTP codec generates itself for requests it cannot
 * parse.
 */
final class AnswerHeaders extends HttpProbe.Adapter {

    private final Map<String, String> headers;

    AnswerHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    void add(HttpResponsePacket response) {
        headers.forEach(response::setHeader);
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type, as the overridden method declares it
    public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
        if (packet instanceof HttpRequestPacket request) add(request.getResponse());
    }
}
