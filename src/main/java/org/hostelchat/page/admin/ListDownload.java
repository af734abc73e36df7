package org.hostelchat.page.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.csv.CsvRows;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.wire.FetchSite;
import org.hostelchat.wire.ProblemAnswer;

/**
 * Serves complete lists to officials: {@code /admin/lists/residents.csv} as a file for spreadsheets, {@code
 * /admin/lists/residents} as a page for print; likewise {@code messages}, {@code acknowledgements} and {@code record}.
 * Stateless; rows are written as they are read. Each download is recorded.
 */
@WebServlet("/admin/lists/*")
public class ListDownload extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String CSV = ".csv";

    @Inject
    private transient ConsoleLists lists;

    @Inject
    private transient PrintPage printing;

    @Inject
    private transient Me me;

    @Inject
    private transient AuditLog audit;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient PageWords words;

    @Inject
    private transient Transactions transactions;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // The default implementation would read the whole list.
        response.setContentType(isCsv(request) ? "text/csv; charset=UTF-8" : "text/html; charset=UTF-8");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        try {
            // A download is recorded, so another site must not be able to trigger one.
            FetchSite.check(request);
            var list = lists.find(isCsv(request) ? path.substring(0, path.length() - CSV.length()) : path);
            if (list.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
            else write(list.get(), isCsv(request), response);
        } catch (Refusal.Unacceptable refusal) {
            // Redirects to the page with the same fields, which shows what is wrong with them. A relative URL, because
            // behind a proxy the server does not know the browser's.
            response.setStatus(HttpServletResponse.SC_FOUND);
            var query = request.getQueryString();
            var page = path.startsWith("record") ? "/admin/record" : "/admin/messages";
            response.setHeader("Location", page + (query == null ? "" : "?" + query));
        } catch (Refusal refusal) {
            ProblemAnswer.sendPage(request, response, refusal.problem());
        }
    }

    private static boolean isCsv(HttpServletRequest request) {
        return request.getPathInfo() != null && request.getPathInfo().endsWith(CSV);
    }

    private <T> void write(ConsoleList<T> list, boolean csv, HttpServletResponse response) throws IOException {
        // Before the response begins: an immediate refusal is reported by its status.
        var first = list.pages().get();
        audit.record("list-taken", me.caller(), "list", list.name());
        trail.record(
                transactions,
                AuditDraft.of(AuditAct.LIST_TAKEN, me.caller())
                        .on("list", null, list.name())
                        .change("as", null, csv ? "CSV" : "paper"));
        response.setContentType(csv ? "text/csv; charset=UTF-8; header=present" : "text/html; charset=UTF-8");
        if (csv) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + list.name() + ".csv\"");
            writeCsv(list, first, response.getWriter());
        } else {
            printing.write(list, first, response.getWriter());
        }
    }

    private <T> void writeCsv(ConsoleList<T> list, List<T> first, Writer out) throws IOException {
        var rows = CsvRows.forSpreadsheet(out);
        rows.row(list.csv().columns());
        var broken = list.read(first, row -> {
            rows.row(list.csv().cells(row));
            return true;
        });
        // The status has been sent: the file itself says that it is incomplete.
        if (broken.isPresent())
            rows.row(List.of(words.of(
                    "paper.csv-not-complete",
                    "reason",
                    broken.get().problem(words.language()).detail())));
        rows.flush();
    }
}
