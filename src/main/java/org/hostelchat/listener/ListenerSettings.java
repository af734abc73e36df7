package org.hostelchat.listener;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * What the guard has to be told. Produced by {@code platform}.
 *
 * @param largestBody in bytes; what is longer is not taken in
 * @param headers what every answer carries
 * @param client the address of whoever asks, by that of the other end and the values of {@code X-Forwarded-For}
 * @param refused told of what was refused, by its slug, and the address; called often, by any thread
 */
public record ListenerSettings(
        int largestBody,
        Map<String, String> headers,
        BiFunction<String, List<String>, String> client,
        BiConsumer<String, String> refused) {}
