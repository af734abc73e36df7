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
 * The filter directly above the HTTP codec: passes a request on when it is valid HTTP, has been received completely,
 * and a thread is free to answer it. Until then it occupies no thread, only a few kilobytes of memory.
 *
 * <p>A body that is too large is read and discarded up to a limit, because most clients read no response before they
 * have sent everything. The request is then passed on with its length and without a body, so that {@code security} can
 * refuse it with a problem or a page.
 */
final class RequestBuffering extends BaseFilter {

    private static final int MOST_DROPPED = 16 * 1024 * 1024;

    private static final String WEB_SOCKET = "websocket";

    private final Connections connections;
    private final RequestLimit limit;
    private final RefusedAnswer answer;
    private final ListenerSettings settings;

    RequestBuffering(Connections connections, RequestLimit limit, RefusedAnswer answer, ListenerSettings settings) {
        this.connections = connections;
        this.limit = limit;
        this.answer = answer;
        this.settings = settings;
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) throws IOException {
        if (!HttpContent.isContent(ctx.getMessage())) return ctx.getInvokeAction();
        HttpContent content = ctx.getMessage();
        var arrival = IncomingRequest.of(ctx.getConnection());
        if (arrival.stage() == IncomingRequest.Stage.UPGRADED) return ctx.getInvokeAction();
        if (arrival.stage() == IncomingRequest.Stage.REFUSED) return ctx.getStopAction();
        var request = (HttpRequestPacket) content.getHttpHeader();
        if (HttpContent.isBroken(content)) {
            // The codec has already sent the response.
            settings.refused().accept("body", address(request));
            return drop(arrival, ctx);
        }
        if (arrival.request() != request) {
            // After an upgrade that was not granted, further bytes cannot be told from a body.
            if (arrival.isLast()) return ctx.getStopAction();
            var refused = headOf(request).check();
            if (refused.isPresent()) return refuse(arrival, ctx, request, refused.get());
            if (isSocket(request)) return socket(arrival, ctx, request);
            arrival.begin(request);
            var refusal = beginBody(arrival, request);
            if (refusal != null) return refuse(arrival, ctx, request, refusal);
            if (request.requiresAcknowledgement()) goOn(ctx, request);
        }
        return takeIn(arrival, ctx, request, content);
    }

    /**
     * Decides where the body of a request is kept.
     *
     * @return why the request is refused at once; null if it is not
     */
    private Refused beginBody(IncomingRequest arrival, HttpRequestPacket request) {
        var announced = request.getContentLength();
        var large = settings.largeBodies();
        var largest = large.largest(request.getMethod().getMethodString(), request.getRequestURI());
        if (largest > 0 && request.isChunked()) return Refused.lengthNeeded();
        if (announced <= settings.largestBody() || largest == 0) {
            return announced > MOST_DROPPED ? Refused.tooLarge() : null;
        }
        if (announced > largest) return Refused.tooLarge();
        var file = large.begin(address(request));
        if (file == null) return Refused.busy();
        arrival.beginLarge(file, announced);
        return null;
    }

    private NextAction takeIn(
            IncomingRequest arrival, FilterChainContext ctx, HttpRequestPacket request, HttpContent content)
            throws IOException {
        var wished = request.isUpgrade();
        var missing = request.getContentLength() - arrival.length();
        var piece = content.getContent();
        // The bytes that follow a request for an upgrade come undelimited; HTTP determines the body by its length.
        if (wished && piece.remaining() > Math.max(0, missing)) {
            piece.limit(piece.position() + (int) Math.max(0, missing));
        }
        arrival.take(piece, settings.largestBody());
        if (arrival.length() > Math.max(MOST_DROPPED, request.getContentLength()))
            return refuse(arrival, ctx, request, Refused.tooLarge());
        var complete = wished ? arrival.length() >= request.getContentLength() : content.isLast();
        if (!complete) return ctx.getStopAction();
        if (wished) {
            passOver(request);
            arrival.beLast();
        }
        return handOn(arrival, ctx, request);
    }

    private NextAction handOn(IncomingRequest arrival, FilterChainContext ctx, HttpRequestPacket request)
            throws IOException {
        if (!enter(arrival, ctx, request)) return refuse(arrival, ctx, request, Refused.busy());
        var length = arrival.length();
        var large = arrival.takeLarge();
        var body = arrival.end();
        if (large != null) {
            ctx.addCompletionListener(answered -> large.discard());
            if (large.isBroken()) return refuse(arrival, ctx, request, Refused.noRoom());
            request.setAttribute(settings.largeBodies().attribute(), large.complete());
        }
        if (request.isChunked()) {
            request.setChunked(false);
            request.getHeaders().removeHeader(Header.TransferEncoding);
            request.setContentLengthLong(length);
        }
        if (length > settings.largestBody() && (large == null || isForm(request))) {
            // The length lets the gate refuse the request. Without a type the body is not parsed as a form.
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

    private static boolean isForm(HttpRequestPacket request) {
        return String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
    }

    /** Passes on the handshake of a WebSocket; bytes that follow the head belong to the WebSocket. */
    private NextAction socket(IncomingRequest arrival, FilterChainContext ctx, HttpRequestPacket request)
            throws IOException {
        return enter(arrival, ctx, request) ? ctx.getInvokeAction() : refuse(arrival, ctx, request, Refused.busy());
    }

    private boolean enter(IncomingRequest arrival, FilterChainContext ctx, HttpRequestPacket request) {
        // Pipelined requests on one connection are answered by the same thread.
        if (arrival.isHeldBy(ctx)) return true;
        var address = address(request);
        if (!limit.acquire(address)) return false;
        // Set first: the next request may arrive before the end of this one's context is reported.
        arrival.moveTo(IncomingRequest.Stage.ANSWERING);
        arrival.hold(ctx, () -> limit.release(address));
        ctx.addCompletionListener(arrival::release);
        return true;
    }

    @Override
    public NextAction handleWrite(FilterChainContext ctx) {
        if (ctx.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()) {
            var arrival = IncomingRequest.of(ctx.getConnection());
            if (response.getStatus() == 101) {
                connections.remove(arrival);
                arrival.moveTo(IncomingRequest.Stage.UPGRADED);
                arrival.releaseAll();
            } else if (response.getRequest().isUpgrade()) {
                // The transport still treats what follows as the WebSocket's.
                response.getProcessingState().setKeepAlive(false);
            }
        }
        return ctx.getInvokeAction();
    }

    /**
     * Whether an upgrade to WebSocket is requested, at any address; where there is no endpoint the upgrade is ignored.
     */
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

    private NextAction refuse(
            IncomingRequest arrival, FilterChainContext ctx, HttpRequestPacket request, Refused refused) {
        settings.refused().accept(refused.slug(), address(request));
        arrival.moveTo(IncomingRequest.Stage.REFUSED);
        arrival.end();
        ctx.write(answer.to(request, refused, ctx.getMemoryManager()), new EmptyCompletionHandler<>() {
            @Override
            public void failed(Throwable gone) {
                connections.end(arrival);
            }
        });
        return ctx.getStopAction();
    }

    private static NextAction drop(IncomingRequest arrival, FilterChainContext ctx) {
        arrival.moveTo(IncomingRequest.Stage.REFUSED);
        arrival.end();
        return ctx.getStopAction();
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
