package org.hostelchat.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a request, in memory or, if it is large, in a file that is removed after the request. */
public final class WholeBody {

    /** The request's attribute with the {@link Path} of a large body. No client can set it. */
    public static final String ATTRIBUTE = "hostel.body";

    private WholeBody() {}

    /** Whether the body is in a file, whatever its length. */
    public static boolean isInFile(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Path;
    }

    /** @param inMemory the body of a request that is not large */
    public static InputStream of(HttpServletRequest request, InputStream inMemory) throws IOException {
        return request.getAttribute(ATTRIBUTE) instanceof Path file ? Files.newInputStream(file) : inMemory;
    }
}
