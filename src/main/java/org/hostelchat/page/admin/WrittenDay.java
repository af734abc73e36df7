package org.hostelchat.page.admin;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hostelchat.language.Language;

/**
 * A day as people write it: 31/5/2026, 31.05.2026, 31 May 2026 or May 31, 2026, with months in English or the reader's language, and digits of any
 * script. In all languages of the program the day comes before the month where both are numbers. Years have four digits.
 */
final class WrittenDay {

    private WrittenDay() {}

    /** The day as 2026-05-31; what was typed, if that is no day. */
    static String iso(String typed, Language language) {
        var parts = digits(typed).strip().split("[\\s,./-]+", -1);
        if (parts.length != 3 || typed.length() > 40) return typed;
        if (parts[0].matches("[0-9]{4}")) return day(typed, parts[0], number(parts[1]), parts[2]);
        if (number(parts[0]).isPresent()) return day(typed, parts[2], month(parts[1], language), parts[0]);
        return day(typed, parts[2], named(parts[0], language), parts[1]);
    }

    /** As the language writes it; a text that is no day as it is. */
    static String shown(String iso, Language language) {
        try {
            return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(LocalDate.parse(iso));
        } catch (DateTimeException noDay) {
            return iso;
        }
    }

    private static String day(String typed, String year, OptionalInt month, String day) {
        var inMonth = number(day);
        if (!year.matches("[0-9]{4}") || month.isEmpty() || inMonth.isEmpty()) return typed;
        try {
            return LocalDate.of(Integer.parseInt(year), month.getAsInt(), inMonth.getAsInt())
                    .toString();
        } catch (DateTimeException noDay) {
            return typed;
        }
    }

    private static OptionalInt number(String text) {
        return text.matches("[0-9]{1,2}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static OptionalInt month(String text, Language language) {
        var number = number(text);
        return number.isPresent() ? number : named(text, language);
    }

    private static OptionalInt named(String text, Language language) {
        return Arrays.stream(Month.values())
                .filter(month -> Stream.of(language.locale(), Locale.ENGLISH)
                        .flatMap(locale -> Stream.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)
                                .map(style -> month.getDisplayName(style, locale)))
                        .anyMatch(name -> folded(name).equals(folded(text))))
                .mapToInt(Month::getValue)
                .findFirst();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace(".", "");
    }

    private static String digits(String text) {
        var folded = new StringBuilder();
        text.codePoints().forEach(c -> folded.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return folded.toString();
    }
}
