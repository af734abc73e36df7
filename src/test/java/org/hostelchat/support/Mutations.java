package org.hostelchat.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Hostile inputs, made from valid ones like a fuzzer's: with bytes flipped, cut out, repeated, and combined with other
 * inputs and with sequences that often break parsers. A property tries 1,000 of them with each build, and more with
 * {@code mvn test -Dtest='*FuzzTest' -Djqwik.tries.default=1000000}. Inputs that once failed should be added to the
 * seeds.
 */
public final class Mutations {

    private static final int MOST_STEPS = 8;

    private static final List<byte[]> STUMBLING_BLOCKS = Stream.of(
                    "\0",
                    "\r",
                    "\n",
                    "\r\n",
                    "\t",
                    "\"",
                    "'",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "\\u٠٠٦١",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    ";",
                    "%",
                    "%00",
                    "%2e%2e",
                    "/../",
                    "//",
                    "null",
                    "true",
                    "1e999",
                    "-0",
                    "9223372036854775808",
                    "0x10",
                    "٣",
                    "ﬁ",
                    "é",
                    "e\u0301",
                    "\uFEFF",
                    "\u202E",
                    "\u200D",
                    "\u2028",
                    "👩‍👩‍👧",
                    "क्षि",
                    "=1+1",
                    "@",
                    "+",
                    "-",
                    "[".repeat(3_000),
                    "{\"a\":".repeat(2_000),
                    "9".repeat(2_000),
                    "x".repeat(70_000))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private Mutations() {}

    /** Mutations of texts. */
    public static Arbitrary<String> of(String... seeds) {
        return bytesOf(seeds).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Mutations of bytes, which may be invalid in every encoding. */
    public static Arbitrary<byte[]> bytesOf(String... seeds) {
        var good = Stream.of(seeds)
                .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                .toList();
        return Arbitraries.randomValue(random -> mutated(good, random));
    }

    private static byte[] mutated(List<byte[]> seeds, Random random) {
        var bytes = any(seeds, random);
        for (var step = random.nextInt(MOST_STEPS); step > 0; step--) bytes = step(bytes, seeds, random);
        return bytes;
    }

    private static byte[] step(byte[] bytes, List<byte[]> seeds, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var to = from + random.nextInt(Math.min(16, bytes.length - from) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> turnedOver(bytes, random);
            case 1 -> joined(slice(bytes, 0, from), slice(bytes, to, bytes.length));
            case 2 -> joined(slice(bytes, 0, to), slice(bytes, from, bytes.length));
            case 3 -> joined(slice(bytes, 0, from), any(STUMBLING_BLOCKS, random), slice(bytes, from, bytes.length));
            case 4 -> joined(slice(bytes, 0, from), any(STUMBLING_BLOCKS, random), slice(bytes, to, bytes.length));
            default -> {
                var other = any(seeds, random);
                yield joined(slice(bytes, 0, from), slice(other, random.nextInt(other.length + 1), other.length));
            }
        };
    }

    private static byte[] turnedOver(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        var copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private static byte[] any(List<byte[]> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
