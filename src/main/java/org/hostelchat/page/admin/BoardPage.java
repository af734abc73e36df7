package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.KeptDraft;
import org.hostelchat.notice.NoticeDrafts;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;

/** Lists all notices, withdrawn and expired ones included. */
@Named
@RequestScoped
public class BoardPage {

    private static final int PAGE = 50;

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private Acknowledgements acknowledgements;

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private PageWords words;

    @Inject
    private PageFormat format;

    private Listed<NoticeView> notices;
    private List<NoticeRow> rows;

    @PostConstruct
    void load() {
        notices = Listed.of(board.archive(me.caller(), Parameters.number("after"), PAGE + 1), PAGE);
        rows = NoticeRow.of(notices.items(), acknowledgements, me.caller(), words, format);
    }

    public List<NoticeRow> getRows() {
        return rows;
    }

    /** What the official is still writing. */
    public List<KeptDraft> getDrafts() {
        return drafts.list(me.caller());
    }

    public Long getNext() {
        return notices.next(NoticeView::id);
    }
}
