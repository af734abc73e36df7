package org.hostelchat.listener;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Configuration of the guard, produced by {@code platform}.
 *
 * @param largestBody the largest request body that is kept, in bytes
 * @param largeBodies the requests whose bodies may be larger
 * @param headers what every response carries
 * @param client returns the caller's address, given the peer's address and the values of {@code X-Forwarded-For}
 * @param refused called with the reason's slug and the caller's address for every refusal; called often, from any
 * thread
 */
public record ListenerSettings(
        int largestBody,
        LargeBodies largeBodies,
        Map<String, String> headers,
        BiFunction<String, List<String>, String> client,
        BiConsumer<String, String> refused) {}
