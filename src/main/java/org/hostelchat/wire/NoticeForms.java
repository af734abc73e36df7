package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.DAY;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;

import org.hostelchat.changelog.Change.ReceiptChanged;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.NoticeView;

/** The forms of the notice board. */
public final class NoticeForms {

    private static final ObjectForm<NoticeView> POSTED = ObjectForm.<NoticeView>empty()
            .with("id", NUMBER, NoticeView::id)
            .with("title", TEXT, NoticeView::title)
            .with("text", TEXT, NoticeView::text)
            .with("acknowledge", FLAG, NoticeView::acknowledge)
            .with("until", DAY, NoticeView::until)
            .with("at", TIME, NoticeView::at)
            .with("by", NUMBER, NoticeView::by)
            .with("name", TEXT, NoticeView::name)
            .with("room", NUMBER, NoticeView::room);

    private static final ObjectForm<NoticeView> CHANGED = ObjectForm.<NoticeView>empty()
            .withAny("editedAt", TIME, NoticeView::editedAt)
            .withAny("withdrawnAt", TIME, NoticeView::withdrawnAt);

    private static final ObjectForm<NoticeView> VERSIONS = ObjectForm.<NoticeView>empty()
            .with("version", NUMBER, NoticeView::version)
            .with("askedVersion", NUMBER, NoticeView::askedVersion);

    /** A notice as one person sees it. */
    public static final ObjectForm<NoticeView> NOTICE = POSTED.with("acknowledged", FLAG, NoticeView::acknowledged)
            .with("read", FLAG, NoticeView::read)
            .with(CHANGED)
            .with(VERSIONS)
            .withAny("acknowledgedVersion", NUMBER, NoticeView::acknowledgedVersion);

    /** A notice for everybody at once: does not say who has read or acknowledged it. */
    public static final ObjectForm<NoticeView> NOTICE_FOR_EVERYBODY =
            POSTED.with(VERSIONS).with(CHANGED);

    /** Whether one resident has acknowledged a notice. */
    public static final ObjectForm<Acknowledgement> ACKNOWLEDGEMENT = ObjectForm.<Acknowledgement>empty()
            .with("id", NUMBER, Acknowledgement::id)
            .with("name", TEXT, Acknowledgement::name)
            .with("enrolmentNumber", TEXT, Acknowledgement::enrolmentNumber)
            .with("acknowledged", FLAG, Acknowledgement::acknowledged)
            .with("at", TIME, Acknowledgement::acknowledgedAt)
            .with("readAt", TIME, Acknowledgement::readAt)
            .withAny("earlierAt", TIME, Acknowledgement::earlierAt);

    /** That a person has read a notice, or acknowledged it if there is a version. */
    public static final ObjectForm<ReceiptChanged> RECEIPT = ObjectForm.<ReceiptChanged>empty()
            .with("notice", NUMBER, ReceiptChanged::noticeId)
            .withAny("acknowledgedVersion", NUMBER, ReceiptChanged::acknowledgedVersion);

    private NoticeForms() {}
}
