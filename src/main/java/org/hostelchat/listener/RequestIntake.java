package org.hostelchat.listener;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Right above the transport's HTTP codec: hands a request on when all of it is here, and it is proper HTTP, and there is a thread
 * for it. Nothing waits for a body but a few kilobytes of memory.
 *
 * <p>A body that is too large is read to its end, as far as that is bearable, and dropped: whoever is behind the servlet layer's gate
 * says so, by the length that the request names, in words and on a page. Most clients read no answer before they have sent all.
 */
final class RequestIntake extends BaseFilter {

    private static final int MOST_DROPPED = 16 * 1024 * 1024;

    private static final String WEB_SOCKET = "websocket";

    private final Connections connections;
    private final RequestLimit limit;
    private final RefusedAnswer answer;
    private final ListenerSettings settings;

    RequestIntake(Connections connections, RequestLimit limit, RefusedAnswer answer, ListenerSettings settings) {
        this.connections = connections;
        this.limit = limit;
        this.answer = answer;
        this.settings = settings;
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) throws IOException {
        if (!HttpContent.isContent(ctx.getMessage())) return ctx.getInvokeAction();
        HttpContent content = ctx.getMessage();
        var arrival = Arrival.of(ctx.getConnection());
        if (arrival.stage() == Arrival.Stage.UPGRADED) return ctx.getInvokeAction();
        if (arrival.stage() == Arrival.Stage.REFUSED) return ctx.getStopAction();
        var request = (HttpRequestPacket) content.getHttpHeader();
        if (HttpContent.isBroken(content)) {
            // The codec has answered.
            settings.refused().accept("body", address(request));
            return drop(arrival, ctx);
        }
        if (arrival.request() != request) {
            // What comes on after a wish that was passed over is not told from a body.
            if (arrival.isLast()) return ctx.getStopAction();
            var refused = headOf(request).check();
            if (refused.isPresent()) return refuse(arrival, ctx, request, refused.get());
            if (isSocket(request)) return socket(arrival, ctx, request);
            arrival.begin(request);
            if (request.getContentLength() > MOST_DROPPED) return refuse(arrival, ctx, request, tooLarge());
            if (request.requiresAcknowledgement()) goOn(ctx, request);
        }
        return takeIn(arrival, ctx, request, content);
    }

    private NextAction takeIn(Arrival arrival, FilterChainContext ctx, HttpRequestPacket request, HttpContent content)
            throws IOException {
        var wished = request.isUpgrade();
        var missing = request.getContentLength() - arrival.length();
        var piece = content.getContent();
        // What another protocol was wished for on comes as it is, without an end: HTTP knows it by the length.
        if (wished && piece.remaining() > Math.max(0, missing)) {
            piece.limit(piece.position() + (int) Math.max(0, missing));
        }
        arrival.take(piece, settings.largestBody());
        if (arrival.length() > MOST_DROPPED) return refuse(arrival, ctx, request, tooLarge());
        var complete = wished ? arrival.length() >= request.getContentLength() : content.isLast();
        if (!complete) return ctx.getStopAction();
        if (wished) {
            passOver(request);
            arrival.beLast();
        }
        return handOn(arrival, ctx, request);
    }

    private NextAction handOn(Arrival arrival, FilterChainContext ctx, HttpRequestPacket request) throws IOException {
        if (!enter(arrival, ctx, request)) return refuse(arrival, ctx, request, busy());
        var length = arrival.length();
        var body = arrival.end();
        if (request.isChunked()) {
            request.setChunked(false);
            request.getHeaders().removeHeader(Header.TransferEncoding);
            request.setContentLengthLong(length);
        }
        if (length > settings.largestBody()) {
            // The length tells the gate. Without a type nobody takes it for a form to read.
            request.setContentLengthLong(length);
            request.getHeaders().removeHeader(Header.ContentType);
            request.setContentType((String) null);
        }
        request.setExpectContent(false);
        ctx.setMessage(request.httpContentBuilder()
                .content(Buffers.wrap(ctx.getMemoryManager(), body))
                .last(true)
                .build());
        return ctx.getInvokeAction();
    }

    /** The handshake of a socket: what comes with it is the socket's. */
    private NextAction socket(Arrival arrival, FilterChainContext ctx, HttpRequestPacket request) throws IOException {
        return enter(arrival, ctx, request) ? ctx.getInvokeAction() : refuse(arrival, ctx, request, busy());
    }

    private boolean enter(Arrival arrival, FilterChainContext ctx, HttpRequestPacket request) {
        // Several requests in a row on one connection are answered by one thread.
        if (arrival.isHeldBy(ctx)) return true;
        var address = address(request);
        if (!limit.acquire(address)) return false;
        // The next request may be here before the context of this one is told that it is over.
        arrival.become(Arrival.Stage.ANSWERING);
        arrival.hold(ctx, () -> limit.release(address));
        ctx.addCompletionListener(arrival::release);
        return true;
    }

    @Override
    public NextAction handleWrite(FilterChainContext ctx) {
        if (ctx.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()) {
            var arrival = Arrival.of(ctx.getConnection());
            if (response.getStatus() == 101) {
                connections.remove(arrival);
                arrival.become(Arrival.Stage.UPGRADED);
                arrival.releaseAll();
            } else if (response.getRequest().isUpgrade()) {
                // What comes after it is still taken for the socket's.
                response.getProcessingState().setKeepAlive(false);
            }
        }
        return ctx.getInvokeAction();
    }

    /** Whether a WebSocket is asked for, at whatever address: what has none there answers as it does without that wish. */
    private static boolean isSocket(HttpRequestPacket request) {
        return request.isUpgrade()
                && WEB_SOCKET.equalsIgnoreCase(request.getUpgrade())
                && request.getContentLength() <= 0
                && !request.isChunked();
    }

    private static void passOver(HttpRequestPacket request) {
        request.getHeaders().removeHeader(Header.Upgrade);
        request.setIgnoreContentModifiers(false);
        request.getProcessingState().setKeepAlive(false);
    }

    private static void goOn(FilterChainContext ctx, HttpRequestPacket request) {
        var response = request.getResponse();
        HttpStatus.CONINTUE_100.setValues(response);
        response.setAcknowledgement(true);
        ctx.write(response);
        HttpStatus.OK_200.setValues(response);
    }

    private NextAction refuse(Arrival arrival, FilterChainContext ctx, HttpRequestPacket request, Refused refused) {
        settings.refused().accept(refused.slug(), address(request));
        arrival.become(Arrival.Stage.REFUSED);
        arrival.end();
        ctx.write(answer.to(request, refused, ctx.getMemoryManager()), new EmptyCompletionHandler<>() {
            @Override
            public void failed(Throwable gone) {
                connections.end(arrival);
            }
        });
        return ctx.getStopAction();
    }

    private static NextAction drop(Arrival arrival, FilterChainContext ctx) {
        arrival.become(Arrival.Stage.REFUSED);
        arrival.end();
        return ctx.getStopAction();
    }

    private static Refused tooLarge() {
        return new Refused(413, "too-large", "More was sent than the server takes at once. Nothing was stored.");
    }

    private static Refused busy() {
        return new Refused(503, "busy", "Very many people are here just now. Please try again in a few seconds.");
    }

    private String address(HttpRequestPacket request) {
        return settings.client().apply(request.getRemoteAddress(), values(request, "X-Forwarded-For"));
    }

    private static RequestHead headOf(HttpRequestPacket request) {
        var lengths = values(request, "Content-Length");
        if (request.isChunked() && lengths.isEmpty() && RawHead.names(request, "content-length")) lengths.add("");
        return new RequestHead(
                request.getMethod().getMethodString(),
                request.getProtocolString(),
                request.getRequestURI(),
                request.getQueryString(),
                values(request, "Host"),
                lengths,
                values(request, "Transfer-Encoding"),
                values(request, "Content-Encoding"));
    }

    private static List<String> values(HttpRequestPacket request, String name) {
        var values = new ArrayList<String>(1);
        request.getHeaders().values(name).forEach(values::add);
        return values;
    }
}
