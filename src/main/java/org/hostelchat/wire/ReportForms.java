package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.list;
import static org.hostelchat.wire.FieldType.object;

import org.hostelchat.report.Report;
import org.hostelchat.report.ReportedTalk;

/** The forms of reported messages, for officials. */
public final class ReportForms {

    private static final ObjectForm<Report.Person> PERSON = ObjectForm.<Report.Person>empty()
            .with("id", NUMBER, Report.Person::id)
            .with("name", TEXT, Report.Person::name)
            .with("enrolmentNumber", TEXT, Report.Person::enrolmentNumber);

    /** A report, without the message's text. */
    public static final ObjectForm<Report> REPORT = ObjectForm.<Report>empty()
            .with("id", NUMBER, Report::id)
            .with("room", NUMBER, Report::room)
            .with("roomKind", CHOICE, report -> report.roomKind().shown())
            .with("roomName", TEXT, Report::roomName)
            .with("seq", NUMBER, Report::seq)
            .with("reporter", object(PERSON, Report.Person::name), Report::reporter)
            .with("author", object(PERSON, Report.Person::name), Report::author)
            .with("why", TEXT, Report::why)
            .with("at", TIME, Report::at)
            .with("settledAt", TIME, Report::settledAt);

    private static final ObjectForm<ReportedTalk.Line> LINE = ObjectForm.<ReportedTalk.Line>empty()
            .with("seq", NUMBER, ReportedTalk.Line::seq)
            .with("by", object(PERSON, Report.Person::name), ReportedTalk.Line::by)
            .with("at", TIME, ReportedTalk.Line::at)
            .with("body", TEXT, ReportedTalk.Line::body)
            .with("files", FileForms.FILES, ReportedTalk.Line::files)
            .with("editedAt", TIME, ReportedTalk.Line::editedAt);

    /** A report with the message and those around it. */
    public static final ObjectForm<ReportedTalk> TALK =
            REPORT.within(ReportedTalk::report).with("messages", list(LINE), ReportedTalk::messages);

    private ReportForms() {}
}
