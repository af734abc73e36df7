package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.PageWords;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.storage.Overwriting;
import org.hostelchat.user.Register;

/** The console's first page: the state of the server, and what needs attention. */
@Named
@RequestScoped
public class OverviewPage {

    private static final int MOST = 500;

    @Inject
    private PageSettings settings;

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private PresenceBoard presence;

    @Inject
    private Notices board;

    @Inject
    private Acknowledgements acknowledgements;

    @Inject
    private Overwriting overwriting;

    @Inject
    private PageFormat pageFormat;

    @Inject
    private PageWords words;

    private List<NoticeView> standing;
    private List<NoticeRow> asking;

    @PostConstruct
    void open() {
        standing = board.list(me.caller(), 0, MOST);
        var newest = standing.stream().filter(NoticeView::acknowledge).limit(10).toList();
        asking = NoticeRow.of(newest, acknowledgements, me.caller(), words, pageFormat);
    }

    public String getVersion() {
        return settings.version();
    }

    public long getResidents() {
        return register.count(me.caller());
    }

    public int getHere() {
        return presence.count();
    }

    public String getNotices() {
        return standing.size() < MOST ? Integer.toString(standing.size()) : MOST + "+";
    }

    /** The newest current notices that request an acknowledgement. */
    public List<NoticeRow> getAsking() {
        return asking;
    }

    /** Whether deleted texts have been overwritten in the database's files. */
    public String getTraces() {
        var state = overwriting.state();
        if (!state.overwrites()) return words.get("overview.traces.kept");
        if (state.waitingSince() == null) return words.get("overview.traces.gone");
        return words.of("overview.traces.waiting", "time", pageFormat.time(state.waitingSince()));
    }
}
