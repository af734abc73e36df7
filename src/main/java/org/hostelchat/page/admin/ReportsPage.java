package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.report.Report;
import org.hostelchat.report.Reports;

/** Reported messages, newest first: those that wait, or all. */
@Named
@RequestScoped
public class ReportsPage {

    private static final int PAGE = 50;

    @Inject
    private Me me;

    @Inject
    private Reports reports;

    @Inject
    private PageWords words;

    private Listed<Report> found = Listed.none();

    public void open() {
        found = Listed.of(reports.list(me.caller(), !isAll(), Parameters.number("before"), PAGE + 1), PAGE);
    }

    public boolean isAll() {
        return Parameters.get("all").equals("yes");
    }

    public Listed<Report> getFound() {
        return found;
    }

    /** The query of the page that follows, or null. */
    public String getNext() {
        return found.next(last -> (isAll() ? "all=yes&" : "") + "before=" + last.id());
    }

    /** A room as officials may know it: private ones by their kind only. */
    public String room(Report report) {
        if (report.roomName() != null) return words.room(report.room(), report.roomName());
        return words.get("report.room." + report.roomKind().shown().name().toLowerCase(Locale.ROOT));
    }
}
