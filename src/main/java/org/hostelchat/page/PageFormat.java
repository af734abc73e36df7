package org.hostelchat.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** What every page says alike: the hostel's name, times, initials. */
@Named
@ApplicationScoped
public class PageFormat {

    private static final int TONES = 12;
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

    /** The hostel's time zone, such as Asia/Kolkata: a notice's last day ends there. */
    public String getZone() {
        return settings.zone().getId();
    }

    /** As people write it, in the hostel's time zone; a script puts the reader's in its place. */
    public String time(Instant instant) {
        return instant == null ? "" : times.get(words.language()).format(instant);
    }

    /** A day without a time, such as a notice's last one. */
    public String day(LocalDate day) {
        return day == null ? "" : days.get(words.language()).format(day);
    }

    /** What an account may do, as people call it. */
    public String role(Role role) {
        return words.get(role == Role.ADMIN ? "role.official" : "role.student");
    }

    /** Whether an account opens anything. */
    public String state(User user) {
        if (!user.isActive()) return words.get("state.deactivated");
        return words.get(user.mustChangePassword() ? "state.first-password" : "state.active");
    }

    /** Made fit for the query of an address. */
    public String query(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    /** Fields of these names with what stands in them, as the query of an address. */
    public String query(List<String> names, UnaryOperator<String> value) {
        return names.stream().map(name -> name + "=" + query(value.apply(name))).collect(Collectors.joining("&"));
    }

    /** The first letters of the first and the last word of a name: of letters, not of chars. */
    public String initials(String name) {
        var words = SPACE.splitAsStream(name.strip()).toList();
        var first = letter(words.get(0));
        return words.size() == 1 ? first : first + letter(words.get(words.size() - 1));
    }

    /** The class of the colour that follows this person; 0 for whoever has gone. */
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
