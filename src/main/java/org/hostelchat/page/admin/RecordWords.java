package org.hostelchat.page.admin;

import java.util.EnumMap;
import java.util.Map;
import org.hostelchat.audit.AuditAct;

/** What people call the acts of the record, and what they were done to. Of what this program does not know, the code. */
final class RecordWords {

    private static final Map<AuditAct, String> ACTS = new EnumMap<>(Map.ofEntries(
            Map.entry(AuditAct.USER_REGISTERED, "Registered"),
            Map.entry(AuditAct.FIRST_ADMIN_REGISTERED, "Set up the hostel"),
            Map.entry(AuditAct.USER_RENAMED, "Changed the name"),
            Map.entry(AuditAct.USER_RENUMBERED, "Changed the number"),
            Map.entry(AuditAct.USER_ROLE_CHANGED, "Changed the role"),
            Map.entry(AuditAct.USER_DEACTIVATED, "Deactivated"),
            Map.entry(AuditAct.USER_ACTIVATED, "Activated again"),
            Map.entry(AuditAct.USER_ERASED, "Deleted for ever"),
            Map.entry(AuditAct.PASSWORD_RESET, "Gave a new first password"),
            Map.entry(AuditAct.SESSIONS_ENDED, "Signed out on all devices"),
            Map.entry(AuditAct.SIGNED_IN, "Signed in"),
            Map.entry(AuditAct.PASSWORD_CHANGED, "Changed their own password"),
            Map.entry(AuditAct.SIGNED_OUT_EVERYWHERE, "Signed out everywhere"),
            Map.entry(AuditAct.SIGNED_OUT_ELSEWHERE, "Signed out other devices"),
            Map.entry(AuditAct.TOKEN_CREATED, "Made a token"),
            Map.entry(AuditAct.TOKEN_REVOKED, "Deleted a token"),
            Map.entry(AuditAct.TOKEN_EXPIRED, "A token ended"),
            Map.entry(AuditAct.NOTICE_POSTED, "Posted a notice"),
            Map.entry(AuditAct.NOTICE_EDITED, "Changed a notice"),
            Map.entry(AuditAct.NOTICE_WITHDRAWN, "Took down a notice"),
            Map.entry(AuditAct.ROOM_MADE, "Made a room"),
            Map.entry(AuditAct.ROOM_CHANGED, "Changed a room"),
            Map.entry(AuditAct.ROOM_CLOSED, "Closed a room"),
            Map.entry(AuditAct.MEMBER_ADDED, "Put somebody into a room"),
            Map.entry(AuditAct.MEMBER_REMOVED, "Took somebody out of a room"),
            Map.entry(AuditAct.MESSAGE_DELETED, "Deleted a message"),
            Map.entry(AuditAct.LIST_TAKEN, "Took a list")));

    private static final Map<String, String> KINDS = Map.of(
            "room", "Room", "message", "Message", "notice", "Notice", "token", "Token", "list", "List", "user",
            "Account");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("number", "Number"),
            Map.entry("role", "Role"),
            Map.entry("active", "May sign in"),
            Map.entry("title", "Title"),
            Map.entry("text", "Text"),
            Map.entry("acknowledge", "Asks to confirm"),
            Map.entry("askAgain", "Asks again"),
            Map.entry("until", "Last day"),
            Map.entry("scope", "May do"),
            Map.entry("machine", "The office’s own"),
            Map.entry("expires", "Works until"),
            Map.entry("kind", "Kind"),
            Map.entry("topic", "Topic"),
            Map.entry("posting", "Who can write"),
            Map.entry("sessions", "Devices"),
            Map.entry("as", "As"));

    private static final Map<String, String> YES_OR_NO = Map.of("true", "yes", "false", "no");

    /** By field: of names, titles and texts the value is what people wrote, whatever that is. */
    private static final Map<String, Map<String, String>> VALUES = Map.of(
            "role",
            Map.of("STUDENT", "Student", "ADMIN", "Official"),
            "active",
            YES_OR_NO,
            "acknowledge",
            YES_OR_NO,
            "askAgain",
            YES_OR_NO,
            "machine",
            YES_OR_NO,
            "scope",
            Map.of("all", "everything", "read", "read", "metrics", "read the figures"),
            "kind",
            Map.of("OPEN", "open room", "GROUP", "group", "DIRECT", "direct message"),
            "posting",
            Map.of("ALL", "everybody", "OFFICIALS", "officials"));

    private RecordWords() {}

    static String act(AuditAct act) {
        return ACTS.get(act);
    }

    static String act(String code) {
        for (var act : AuditAct.values()) {
            if (act.code().equals(code)) return act(act);
        }
        return code;
    }

    static String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    static String field(String field) {
        return FIELDS.getOrDefault(field, field);
    }

    static String value(String field, String value) {
        return VALUES.getOrDefault(field, Map.of()).getOrDefault(value, value);
    }

    /** Somebody whose name went with their account. */
    static String deleted(long id) {
        return "Account " + id + " (deleted)";
    }
}
