package org.hostelchat.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.language.Phrase;
import org.hostelchat.text.TextKey;

/**
 * Which passwords are allowed: long ones that are not common and not made of what everybody knows about their owner and
 * the hostel. There are no composition rules, because those make passwords weaker.
 */
final class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 256;

    /** Words that anybody would try here first. */
    private static final List<String> AT_THE_DOOR = List.of("hostel chat", "hostel", "password");

    private static final Set<String> COMMON = readCommon();

    private PasswordRules() {}

    /**
     * The reason for refusing a new password; empty if it is allowed.
     *
     * @param known the owner's name and enrolment number, and the hostel's name
     */
    static Optional<Phrase> problem(String password, String... known) {
        if (password == null || password.isEmpty()) return Optional.of(Phrase.of("auth.weak-missing"));
        if (password.length() > 4 * LONGEST) return tooLong();
        var normal = Passwords.normal(password);
        if (length(normal) > LONGEST) return tooLong();
        if (normal.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            return Optional.of(Phrase.of("auth.weak-untypable"));
        }
        if (length(normal) < SHORTEST) {
            return Optional.of(Phrase.of("auth.weak-short", "least", SHORTEST));
        }
        var lower = normal.toLowerCase(Locale.ROOT);
        if (length(without(TextKey.comparing(normal), known)) < SHORTEST) {
            return Optional.of(Phrase.of("auth.weak-known", "least", SHORTEST));
        }
        if (COMMON.contains(lower)) {
            return Optional.of(Phrase.of("auth.weak-common"));
        }
        return Optional.empty();
    }

    private static Optional<Phrase> tooLong() {
        return Optional.of(Phrase.of("auth.password-too-long", "most", LONGEST));
    }

    /**
     * Removes names and numbers from the password in every usual spelling: as the register compares them, and with dots
     * or nothing between the words.
     *
     * @param password in the form of {@link TextKey#comparing}
     */
    private static String without(String password, String... known) {
        var left = password;
        for (var word :
                Stream.concat(Arrays.stream(known), AT_THE_DOOR.stream()).toList()) {
            var lower = TextKey.comparing(word);
            for (var joint : new String[] {null, "", ".", "-", "_"}) {
                var taken = joint == null ? lower : lower.replaceAll("(?U)[\\s/_.-]+", joint);
                if (!taken.isEmpty()) left = left.replace(taken, "");
            }
        }
        return left;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Set<String> readCommon() {
        try (var file = PasswordRules.class.getResourceAsStream("common-passwords.txt");
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
