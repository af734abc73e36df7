package org.hostelchat.listener;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.ParsingResult;

/**
 * A content encoding that applies to responses only: the transport would decompress a request body before its size can
 * be checked, and 64 KB can decompress to 64 MB.
 */
final class PlainBodies implements ContentEncoding {

    private final ContentEncoding encoding;

    PlainBodies(ContentEncoding encoding) {
        this.encoding = encoding;
    }

    @Override
    public String getName() {
        return encoding.getName();
    }

    @Override
    public String[] getAliases() {
        return encoding.getAliases();
    }

    @Override
    public boolean wantDecode(HttpHeader header) {
        return false;
    }

    @Override
    public boolean wantEncode(HttpHeader header) {
        return encoding.wantEncode(header);
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type, as the overridden method declares it
    public ParsingResult decode(Connection connection, HttpContent content) {
        return encoding.decode(connection, content);
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type, as the overridden method declares it
    public HttpContent encode(Connection connection, HttpContent content) {
        return encoding.encode(connection, content);
    }
}
