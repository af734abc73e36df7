package org.hostelchat.listener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongBiFunction;

/**
 * The few requests whose bodies may be larger than what is kept in memory: they are written to files in a folder of the server's while they
 * arrive, and removed when they are answered or have failed. At most {@value #MOST} at a time, of which one address may have most: a hostel may share one.
 *
 * <p>Thread-safe.
 */
public final class LargeBodies {

    private static final int MOST = 60;

    private final String attribute;
    private final Path folder;
    private final ToLongBiFunction<String, String> largest;
    private final RequestLimit limit = new RequestLimit(MOST);

    /**
     * @param attribute of the request, which gets the {@link Path} of its body
     * @param folder created if it is missing; what is in it is removed
     * @param largest the most bytes of the body of a request with this method and path, as received; 0 if it may have no large one
     */
    public LargeBodies(String attribute, Path folder, ToLongBiFunction<String, String> largest) {
        this.attribute = attribute;
        this.folder = folder;
        this.largest = largest;
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder)) {
                for (var file : left) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String attribute() {
        return attribute;
    }

    /** The most bytes of the body of such a request; 0 if it may have no large one. */
    long largest(String method, String path) {
        return largest.applyAsLong(method, path);
    }

    /**
     * Begins a body.
     *
     * @return null if too many are arriving now
     */
    LargeBody begin(String address) {
        if (!limit.acquire(address)) return null;
        return LargeBody.in(folder, () -> limit.release(address));
    }
}
