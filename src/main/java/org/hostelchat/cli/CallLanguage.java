package org.hostelchat.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.language.Language;

/**
 * The language of this call's output: {@code --language}, else {@code HOSTEL_LANGUAGE} if that names an offered
 * language, else the POSIX locale, else English. Determined before the arguments are parsed, because errors in them are
 * reported in it.
 */
final class CallLanguage {
    private static final List<String> LOCALE = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private CallLanguage() {}

    static Language of(List<String> words, Map<String, String> environment) {
        return typed(words)
                .flatMap(CallLanguage::named)
                .or(() ->
                        Optional.ofNullable(environment.get("HOSTEL_LANGUAGE")).flatMap(CallLanguage::named))
                .or(() -> ofLocale(environment))
                .orElse(Language.EN);
    }

    /** The first variable that is set decides, even if it is {@code C} or a language that is not offered. */
    private static Optional<Language> ofLocale(Map<String, String> environment) {
        return LOCALE.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .flatMap(CallLanguage::named);
    }

    /** @throws Failure wrong use, if {@code --language} names a language that is not offered */
    static void check(Arguments arguments) {
        Optional<String> asked = arguments.value(Flag.LANGUAGE);
        if (asked.isPresent() && named(asked.get()).isEmpty()) {
            String codes = Language.offered().stream().map(Language::tag).collect(Collectors.joining(", "));
            throw Failure.wrongUse(CliWords.text("use.unknown-language", "code", asked.get(), "codes", codes));
        }
    }

    private static Optional<String> typed(List<String> words) {
        String flag = Flag.LANGUAGE.name();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(flag + "=")) {
                return Optional.of(words.get(i).substring(flag.length() + 1));
            }
            if (words.get(i).equals(flag) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The language of a code such as {@code hi}, {@code hi-IN} or {@code hi_IN.UTF-8}. */
    private static Optional<Language> named(String code) {
        String language = code.strip().toLowerCase(Locale.ROOT).split("[-_.@]", 2)[0];
        return Stream.of(Language.values())
                .filter(Language.offered()::contains)
                .filter(each -> each.tag().equals(language))
                .findFirst();
    }
}
