package org.hostelchat.wire;

import io.nayuki.qrcodegen.QrCode;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.text.Sha256;
import org.hostelchat.user.InitialSlip;
import org.hostelchat.user.RegisterColumn;

/**
 * Slips with initial passwords as a page for print: ten on a sheet of A4, or eight in two languages, with lines to cut along. The page loads nothing.
 *
 * @param address on each slip, and as a code; empty to leave both out
 * @param languages in which each slip says what to do
 * @param days how long an initial password works
 */
public record SlipSheet(String hostel, String address, ZoneId zone, int days, List<Language> languages) {

    /** With what is to be done in one language, and in two. */
    private static final int ON_A_SHEET = 10;

    private static final int LONG_ON_A_SHEET = 8;

    /** Around what is read from left to right in a sentence of any direction. */
    private static final char LEFT_TO_RIGHT = '\u2066';

    private static final char END = '\u2069';

    private static final String STYLE =
            """
            @page { size: A4; margin: 10mm }
            * { box-sizing: border-box }
            body { margin: 0 auto; max-width: 190mm; font: 9pt/1.3 system-ui, "Noto Sans", sans-serif; color: #000; background: #fff }
            section { display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 55mm; break-after: page }
            section.long { grid-auto-rows: 69mm; font-size: 8.5pt; line-height: 1.25 }
            section:last-child { break-after: auto }
            article { display: grid; grid-template-columns: minmax(0, 1fr) 19mm; grid-auto-rows: max-content; column-gap: 3mm; overflow: hidden; break-inside: avoid; padding: 2.5mm 4mm; border: 1px dashed #888 }
            article > * { grid-column: 1 / -1 }
            .owner { grid-column: 1; overflow-wrap: anywhere }
            .owner p, h2 { overflow: hidden }
            h2 { margin: 0 0 1mm; font-size: 10pt; max-block-size: 9.5mm }
            p { margin: 0 0 .8mm }
            svg { grid-column: 2; inline-size: 19mm; block-size: 19mm }
            .who { font-size: 11pt; font-weight: 600; max-block-size: 10.5mm }
            .place { max-block-size: 8.5mm }
            .secret { font: 600 12pt ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace }
            ol { margin: .5mm 0 0; padding-inline-start: 4mm; font-size: 7pt; line-height: 1.2; overflow-wrap: anywhere }
            .long ol { font-size: 6.7pt; line-height: 1.15 }
            """;

    /** A host that is this machine for everybody who types it. */
    private static final Pattern HERE =
            Pattern.compile("(?i)https?://(localhost|127\\.[0-9.]+|\\[::1\\]|0\\.0\\.0\\.0)([:/].*)?");

    /**
     * As a hostel has configured it.
     *
     * @param asked the address at which the sheet is asked for: on it if none is configured, unless it leads nobody but this machine to the hostel
     * @param reader the language of whoever asks for it
     */
    public static SlipSheet of(AuthSettings settings, String asked, Language reader) {
        var languages = Stream.of(settings.language() == Language.EN ? reader : settings.language(), Language.EN);
        return new SlipSheet(
                settings.hostelName(),
                address(settings, asked),
                settings.zone(),
                (int) settings.initialPasswords().toDays(),
                languages.distinct().toList());
    }

    /** The address on slips; empty if none is known that others can open. */
    public static String address(AuthSettings settings, String asked) {
        if (!settings.address().isEmpty()) return settings.address();
        return HERE.matcher(asked).matches() ? "" : asked;
    }

    /** Allows this page its style and nothing else. */
    public static String policy() {
        return "default-src 'none'; style-src 'sha256-" + digest() + "'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
    }

    private static String digest() {
        return Base64.getEncoder().encodeToString(Sha256.of(STYLE));
    }

    /** @param slips in the order of the sheets */
    public String html(List<InitialSlip> slips) {
        var first = languages.get(0);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(first.tag())
                .append("\" dir=\"")
                .append(first.direction())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(Phrase.of("slips.title").in(first) + " · " + hostel))
                .append("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>")
                .append(STYLE)
                .append("</style></head><body>");
        var code = address.isEmpty() ? "" : code(address);
        var isLong = languages.size() > 1;
        var onASheet = isLong ? LONG_ON_A_SHEET : ON_A_SHEET;
        var section = isLong ? "<section class=\"long\">" : "<section>";
        for (var i = 0; i < slips.size(); i++) {
            if (i % onASheet == 0) page.append(i == 0 ? "" : "</section>\n").append(section);
            write(page, slips.get(i), code);
        }
        return page.append(slips.isEmpty() ? "" : "</section>")
                .append("</body></html>\n")
                .toString();
    }

    private void write(StringBuilder page, InitialSlip slip, String code) {
        var user = slip.user();
        // In a column of its own: names and places are of any length and direction, and must not cover the code.
        page.append("<article><div class=\"owner\"><h2><bdi>")
                .append(escaped(hostel))
                .append("</bdi></h2><p class=\"who\"><bdi>")
                .append(escaped(user.name()))
                .append("</bdi></p><p class=\"place\"><bdi>")
                .append(escaped(place(slip)))
                .append("</bdi></p></div>")
                .append(code);
        line(
                page,
                Phrase.of("slips.sign-in-with"),
                "<strong dir=\"ltr\">" + escaped(user.enrolmentNumber()) + "</strong>");
        line(
                page,
                Phrase.of("slips.first-password"),
                "<bdi class=\"secret\" dir=\"ltr\">" + escaped(slip.password()) + "</bdi>");
        var until = user.passwordSetAt().atZone(zone).toLocalDate().plusDays(days);
        page.append("<p>")
                .append(escaped(Phrase.of("slips.good-until", "day", until).in(languages.get(0))))
                .append("</p>");
        for (var language : languages) {
            page.append("<ol lang=\"")
                    .append(language.tag())
                    .append("\" dir=\"")
                    .append(language.direction())
                    .append("\">");
            for (var step : List.of(
                    address.isEmpty()
                            ? Phrase.of("slips.step-1-ask")
                            : Phrase.of("slips.step-1", "address", LEFT_TO_RIGHT + address + END),
                    Phrase.of("slips.step-2"),
                    Phrase.of("slips.step-3"))) {
                page.append("<li>").append(escaped(step.in(language))).append("</li>");
            }
            page.append("</ol>");
        }
        page.append("</article>\n");
    }

    private void line(StringBuilder page, Phrase label, String value) {
        page.append("<p>")
                .append(escaped(label.in(languages.get(0))))
                .append(": ")
                .append(value)
                .append("</p>");
    }

    /** Wing, floor and room, as far as they are known. */
    private static String place(InitialSlip slip) {
        return RegisterColumn.OF_PLACE.stream()
                .map(slip.user()::detail)
                .filter(value -> value != null)
                .collect(Collectors.joining(" · "));
    }

    /** A QR code as a picture of squares, in markup. */
    public static String code(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        var edge = code.size + 4;
        return "<svg viewBox=\"-2 -2 " + edge + ' ' + edge + "\" role=\"img\" aria-label=\"QR\"><path d=\"" + path
                + "\" fill=\"#000\" shape-rendering=\"crispEdges\"/></svg>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
