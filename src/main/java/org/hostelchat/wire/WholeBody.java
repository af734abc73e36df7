package org.hostelchat.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a request, in memory or, if it is large, in a file that is removed after the request. */
final class WholeBody {

    /** Set by {@code listener}: the file that contains the body. */
    private static final String ATTRIBUTE = "hostel.body";

    private WholeBody() {}

    static InputStream of(HttpServletRequest request, InputStream inMemory) throws IOException {
        return request.getAttribute(ATTRIBUTE) instanceof Path file ? Files.newInputStream(file) : inMemory;
    }
}
