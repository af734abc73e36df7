package org.hostelchat.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The acts that are recorded. Stored and sent to clients by their {@link #code}: constants may be added, but never
 * renamed.
 */
public enum AuditAct {
    USER_REGISTERED,
    FIRST_ADMIN_REGISTERED,
    USER_RENAMED,
    USER_RENUMBERED,
    USER_ROLE_CHANGED,
    USER_DETAILS_CHANGED,
    USER_DEACTIVATED,
    USER_ACTIVATED,
    USER_ERASED,
    USER_MUTED,
    USER_UNMUTED,
    PASSWORD_RESET,
    SIGN_IN_CODE_MADE,
    SIGN_IN_CODE_USED,
    SESSIONS_ENDED,
    /** Officials only. */
    SIGNED_IN,
    PASSWORD_CHANGED,
    /** Officials only. */
    SIGNED_OUT_EVERYWHERE,
    /** Officials only. */
    SIGNED_OUT_ELSEWHERE,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    TOKEN_EXPIRED,
    NOTICE_POSTED,
    NOTICE_EDITED,
    NOTICE_WITHDRAWN,
    NOTICE_REMINDED,
    ROOM_MADE,
    ROOM_CHANGED,
    ROOM_CLOSED,
    MEMBER_ADDED,
    MEMBER_REMOVED,
    MESSAGE_DELETED,
    REPORT_READ,
    REPORT_SETTLED,
    LIST_TAKEN,
    BACKUP_TAKEN,
    REPORT_IMPORTED,
    HOSTEL_EXPORTED,
    HOSTEL_IMPORTED;

    /** Such as {@code user-registered}; the same as the event of the audit log's line where there is one. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes that contain the text, ignoring case. */
    static List<String> codesWith(String part) {
        var sought = part.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .map(AuditAct::code)
                .filter(code -> code.contains(sought))
                .toList();
    }
}
