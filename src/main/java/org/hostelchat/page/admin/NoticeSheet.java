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
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
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

    private static final String SHEET =
            """
            <p class="notice-sheet-hostel"><bdi>%2$s</bdi></p>
            <h1 dir="auto">%1$s</h1>
            <p class="notice-sheet-whom" id="whom">%3$s</p>
            <p class="notice-sheet-text" dir="auto">%4$s</p>
            <footer><div>%5$s</div>%6$s</footer>
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
    private transient PrintHead head;

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
            ProblemAnswer.sendPage(request, response, refusal.problem(words.language()));
        }
    }

    private String html(NoticeView notice, String hostel) {
        var begin = head.of(notice.title(), "paper notice-sheet", "/admin/notice?id=" + notice.id());
        return begin
                + SHEET.formatted(
                        escaped(notice.title()),
                        escaped(format.getName()),
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
