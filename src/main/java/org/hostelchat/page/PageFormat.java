package org.hostelchat.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hostelchat.language.Language;
import org.hostelchat.principal.Role;
import org.hostelchat.user.User;

/** Formats values the same way on all pages: the hostel's name, times, initials. */
@Named
@ApplicationScoped
public class PageFormat {

    private static final int TONES = 12;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<Language, DateTimeFormatter> times = new EnumMap<>(Language.class);
    private final Map<Language, DateTimeFormatter> days = new EnumMap<>(Language.class);
    private PageSettings settings;
    private PageWords words;

    protected PageFormat() {}

    @Inject
    PageFormat(PageSettings settings, PageWords words) {
        this.settings = settings;
        this.words = words;
        for (var language : Language.values()) {
            var time = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", language.locale());
            times.put(language, time.withZone(settings.zone()));
            days.put(language, DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()));
        }
    }

    public String getName() {
        return settings.hostelName();
    }

    /** The hostel's time zone, such as Asia/Kolkata, in which a notice's last day ends. */
    public String getZone() {
        return settings.zone().getId();
    }

    /** A time in the hostel's zone for people; a script replaces it by the reader's local time. */
    public String time(Instant instant) {
        return instant == null ? "" : times.get(words.language()).format(instant);
    }

    /** A day without a time, such as a notice's last day. */
    public String day(LocalDate day) {
        return day == null ? "" : days.get(words.language()).format(day);
    }

    /** A number with the separators of the language. */
    public String number(long number) {
        return NumberFormat.getInstance(words.language().locale()).format(number);
    }

    /** A file's size for people: in units of 1,024, as the chat shows them. */
    public String size(long bytes) {
        var large = bytes >= MEGABYTE;
        var number = NumberFormat.getInstance(words.language().locale());
        number.setMaximumFractionDigits(large ? 1 : 0);
        var amount = large ? bytes / (double) MEGABYTE : Math.max(1, Math.ceil(bytes / 1024.0));
        return number.format(amount) + (large ? " MB" : " kB");
    }

    /** A role for people. */
    public String role(Role role) {
        return words.get(role == Role.ADMIN ? "role.official" : "role.student");
    }

    /** The state of an account, for people. */
    public String state(User user) {
        if (!user.isActive()) return words.get("state.deactivated");
        return words.get(user.mustChangePassword() ? "state.first-password" : "state.active");
    }

    /** Encodes a value for a URL's query. */
    public String query(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    /** The non-empty fields of these names as a URL's query. */
    public String query(List<String> names, UnaryOperator<String> value) {
        return names.stream().map(name -> name + "=" + query(value.apply(name))).collect(Collectors.joining("&"));
    }

    /** The first letters (whole code points) of the first and last word of a name. */
    public String initials(String name) {
        var words = SPACE.splitAsStream(name.strip()).toList();
        var first = letter(words.get(0));
        return words.size() == 1 ? first : first + letter(words.get(words.size() - 1));
    }

    /** The CSS class of the person's colour; 0 for erased accounts. */
    public String tone(Long person) {
        return "tone-" + (person == null ? 0 : person % TONES);
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
