package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.DAY;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;

import java.util.List;
import java.util.Map;
import org.hostelchat.changelog.Change.ReceiptChanged;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.Acknowledgements.Share;
import org.hostelchat.notice.KeptDraft;
import org.hostelchat.notice.NoticeOptions;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Reminders.Reminded;

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

    private static final ObjectForm<NoticeView> OPTIONS = ObjectForm.<NoticeView>empty()
            .with("audience", RoomForms.AUDIENCE_COLUMNS, NoticeForms::audience)
            .with("category", TEXT, notice -> notice.options().category())
            .with("pinned", FLAG, notice -> notice.options().pinned())
            .with("from", TIME, notice -> notice.options().from())
            .with("acknowledgeBy", TIME, notice -> notice.options().acknowledgeBy())
            .withAny("remindedAt", TIME, NoticeView::remindedAt);

    /** A notice as one person sees it. */
    public static final ObjectForm<NoticeView> NOTICE = POSTED.with("acknowledged", FLAG, NoticeView::acknowledged)
            .with("read", FLAG, NoticeView::read)
            .with(CHANGED)
            .with(VERSIONS)
            .withAny("acknowledgedVersion", NUMBER, NoticeView::acknowledgedVersion)
            .with(OPTIONS)
            .withAny("reminded", FLAG, notice -> notice.reminded() ? true : null);

    /** A notice for everybody at once: does not say who has read or acknowledged it. */
    public static final ObjectForm<NoticeView> NOTICE_FOR_EVERYBODY =
            POSTED.with(VERSIONS).with(CHANGED).with(OPTIONS);

    /** Whether one resident has acknowledged a notice. */
    public static final ObjectForm<Acknowledgement> ACKNOWLEDGEMENT = ObjectForm.<Acknowledgement>empty()
            .with("id", NUMBER, Acknowledgement::id)
            .with("name", TEXT, Acknowledgement::name)
            .with("enrolmentNumber", TEXT, Acknowledgement::enrolmentNumber)
            .with("acknowledged", FLAG, Acknowledgement::acknowledged)
            .with("at", TIME, Acknowledgement::acknowledgedAt)
            .with("readAt", TIME, Acknowledgement::readAt)
            .withAny("earlierAt", TIME, Acknowledgement::earlierAt)
            .with("wing", TEXT, Acknowledgement::wing)
            .with("floor", TEXT, Acknowledgement::floor)
            .with("room", TEXT, Acknowledgement::room);

    /** How many of those with one value in the register have acknowledged a notice. */
    public static final ObjectForm<Share> SHARE = ObjectForm.<Share>empty()
            .with("value", TEXT, Share::value)
            .with("concerned", NUMBER, Share::concerned)
            .with("acknowledged", NUMBER, Share::acknowledged);

    public static final ObjectForm<Reminded> REMINDED = ObjectForm.<Reminded>empty()
            .with("reminded", NUMBER, Reminded::reminded)
            .with("next", TIME, Reminded::next);

    /** That a person has read a notice, or acknowledged it if there is a version. */
    public static final ObjectForm<ReceiptChanged> RECEIPT = ObjectForm.<ReceiptChanged>empty()
            .with("notice", NUMBER, ReceiptChanged::noticeId)
            .withAny("acknowledgedVersion", NUMBER, ReceiptChanged::acknowledgedVersion);

    /** A notice that is still being written, for its author. */
    public static final ObjectForm<KeptDraft> DRAFT = ObjectForm.<KeptDraft>empty()
            .with("id", NUMBER, KeptDraft::id)
            .with("title", TEXT, kept -> kept.draft().title())
            .with("text", TEXT, kept -> kept.draft().text())
            .with("acknowledge", FLAG, kept -> kept.draft().acknowledge())
            .with("until", DAY, kept -> kept.draft().until())
            .with(
                    "audience",
                    RoomForms.AUDIENCE_COLUMNS,
                    kept -> columns(kept.draft().options()))
            .with("category", TEXT, kept -> kept.draft().options().category())
            .with("pinned", FLAG, kept -> kept.draft().options().pinned())
            .with("from", TIME, kept -> kept.draft().options().from())
            .with("acknowledgeBy", TIME, kept -> kept.draft().options().acknowledgeBy())
            .with("changedAt", TIME, KeptDraft::changedAt);

    private static Map<String, List<String>> audience(NoticeView notice) {
        return columns(notice.options());
    }

    private static Map<String, List<String>> columns(NoticeOptions options) {
        var audience = options.audience();
        return audience == null ? null : audience.byCode();
    }

    private NoticeForms() {}
}
