package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditSearch;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.Parameters;

/** The record of what officials did, the newest first: by who did it, what, on whom, and when. */
@Named
@RequestScoped
public class RecordPage {

    private static final int PAGE = 50;

    /** An act to choose. */
    public record Choice(String code, String label) {}

    private static final List<Choice> ACTS = Arrays.stream(AuditAct.values())
            .map(act -> new Choice(act.code(), RecordWords.act(act)))
            .sorted(Comparator.comparing(Choice::label))
            .toList();

    @Inject
    private Me me;

    @Inject
    private AuditSearch search;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageFormat format;

    @Inject
    private PageSettings settings;

    private Listed<RecordRow> found = Listed.none();

    public void open() {
        outcome.attempt(() -> {
            var filter = RecordQuery.filter(Parameters::get, settings.zone());
            var entries = search.latest(me.caller(), filter, Parameters.number("before"), PAGE + 1);
            found = Listed.of(entries.stream().map(RecordRow::new).toList(), PAGE);
        });
    }

    public List<Choice> getActs() {
        return ACTS;
    }

    public List<RecordRow> getFound() {
        return found.items();
    }

    /** What is filled in, as a query. */
    public String getQuery() {
        return format.query(RecordQuery.FIELDS, Parameters::get);
    }

    /** The query of the page that follows, or null. */
    public String getNext() {
        return found.next(last -> getQuery() + "&before=" + last.number());
    }

    /** Whether less than everything was asked for. */
    public boolean isFiltered() {
        return Parameters.isAny(RecordQuery.FIELDS);
    }

    public String getWho() {
        return Parameters.get("who");
    }

    public String getWhat() {
        return Parameters.get("what");
    }

    public String getOn() {
        return Parameters.get("on");
    }

    public String getFrom() {
        return Parameters.get("from");
    }

    public String getTo() {
        return Parameters.get("to");
    }
}
