package org.hostelchat.page.admin;

import static org.hostelchat.page.MarkedWords.escaped;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.Assets;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Theme;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.ProblemAnswer;
import org.hostelchat.wire.SlipSheet;

/**
 * A notice as a sheet for the wall, in large letters: {@code /admin/notice/sheet?id=}. With a code that leads to its discussion, where it can be
 * confirmed.
 */
@WebServlet("/admin/notice/sheet")
public class NoticeSheet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s"><head><meta charset="utf-8">
            <title>%3$s · %4$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="%5$s"><link rel="stylesheet" href="%6$s" media="%7$s">
            <script type="module" src="%8$s"></script></head>
            <body class="paper notice-sheet"><main>
            <p class="buttons no-print"><button type="button" class="button button-main" data-print hidden>%9$s</button><a class="button" href="/admin/notice?id=%10$d">%11$s</a></p>
            <p class="notice-sheet-hostel"><bdi>%4$s</bdi></p>
            <h1 dir="auto">%3$s</h1>
            <p class="notice-sheet-whom" id="whom">%12$s</p>
            <p class="notice-sheet-text" dir="auto">%13$s</p>
            <footer><div>%14$s</div>%15$s</footer>
            </main></body></html>
            """;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Me me;

    @Inject
    private transient PageWords words;

    @Inject
    private transient PageFormat format;

    @Inject
    private transient Assets assets;

    @Inject
    private transient Theme theme;

    @Inject
    private transient AuthSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = request.getParameter("id");
        try {
            var notice = notices.find(me.caller(), id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
            response.setContentType("text/html; charset=UTF-8");
            response.getWriter().write(html(notice, SlipSheet.address(settings, SlipsDownload.address(request))));
        } catch (Refusal refusal) {
            ProblemAnswer.sendPage(response, refusal.problem(words.language()));
        }
    }

    private String html(NoticeView notice, String hostel) {
        return FRAME.formatted(
                words.language().tag(),
                words.language().direction(),
                escaped(notice.title()),
                escaped(format.getName()),
                assets.of("css/app.css"),
                assets.of("css/dark.css"),
                escaped(theme.getNightMedia()),
                assets.of("js/page.js"),
                escaped(words.get("common.print")),
                notice.id(),
                escaped(words.get("paper.back")),
                escaped(whom(notice)),
                escaped(notice.text()),
                String.join("", foot(notice)),
                hostel.isEmpty() ? "" : SlipSheet.code(hostel + "rooms/" + notice.room()));
    }

    /** Whom it concerns: alternatives within a column, and each column. */
    private String whom(NoticeView notice) {
        var audience = notice.options().audience();
        if (audience == null) return words.get("sheet.everybody");
        return String.join(
                " · ",
                audience.byCode().entrySet().stream()
                        .map(column ->
                                words.get("column." + column.getKey()) + ": " + String.join(", ", column.getValue()))
                        .toList());
    }

    private List<String> foot(NoticeView notice) {
        var lines = new ArrayList<String>();
        var by = notice.options().acknowledgeBy();
        if (by != null) lines.add("<p><strong>" + words.marked("notices.due", "time", by) + "</strong></p>");
        else if (notice.acknowledge()) lines.add("<p><strong>" + escaped(words.get("sheet.confirm")) + "</strong></p>");
        if (notice.until() != null)
            lines.add("<p>" + words.marked("sheet.until", "day", format.day(notice.until())) + "</p>");
        lines.add("<p><bdi>" + escaped(words.person(notice.by(), notice.name())) + "</bdi> · "
                + escaped(format.time(notice.at())) + "</p>");
        return lines;
    }
}
