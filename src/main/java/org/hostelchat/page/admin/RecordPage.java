package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.hostelchat.audit.AuditSearch;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;

/** Lists the record of what officials did, newest first, filtered by person, act, subject and time. */
@Named
@RequestScoped
public class RecordPage {

    private static final int PAGE = 50;

    /** An option in the list of acts. */
    public record Choice(String code, String label) {}

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

    @Inject
    private PageWords words;

    private Listed<RecordRow> found = Listed.none();

    public void open() {
        outcome.attempt(() -> {
            var filter = RecordQuery.filter(Parameters::get, settings.zone());
            var entries = search.latest(me.caller(), filter, Parameters.number("before"), PAGE + 1);
            found = Listed.of(
                    entries.stream()
                            .map(entry -> new RecordRow(entry, recordWords()))
                            .toList(),
                    PAGE);
        });
    }

    public List<Choice> getActs() {
        var names = recordWords();
        return RecordWords.codes().stream()
                .map(code -> new Choice(code, names.act(code)))
                .sorted(Comparator.comparing(Choice::label, words.alphabet()))
                .toList();
    }

    private RecordWords recordWords() {
        return new RecordWords(words, format);
    }

    public List<RecordRow> getFound() {
        return found.items();
    }

    /** The filter as a URL's query. */
    public String getQuery() {
        return format.query(RecordQuery.FIELDS, Parameters::get);
    }

    /** The query of the next page, or null. */
    public String getNext() {
        return found.next(last -> getQuery() + "&before=" + last.number());
    }

    /** Whether a filter is set. */
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
