package org.hostelchat.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What stands in the record. Stored and told to clients by its {@link #code}: an act may be added, and none renamed. */
public enum AuditAct {
    USER_REGISTERED,
    FIRST_ADMIN_REGISTERED,
    USER_RENAMED,
    USER_RENUMBERED,
    USER_ROLE_CHANGED,
    USER_DEACTIVATED,
    USER_ACTIVATED,
    USER_ERASED,
    PASSWORD_RESET,
    SESSIONS_ENDED,
    /** Of officials only. */
    SIGNED_IN,
    PASSWORD_CHANGED,
    /** Of officials only. */
    SIGNED_OUT_EVERYWHERE,
    /** Of officials only. */
    SIGNED_OUT_ELSEWHERE,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    TOKEN_EXPIRED,
    NOTICE_POSTED,
    NOTICE_EDITED,
    NOTICE_WITHDRAWN,
    ROOM_MADE,
    ROOM_CHANGED,
    ROOM_CLOSED,
    MEMBER_ADDED,
    MEMBER_REMOVED,
    MESSAGE_DELETED,
    LIST_TAKEN;

    /** Such as {@code user-registered}; the event of the log's line where there is one. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes that have this in them, whatever its case. */
    static List<String> codesWith(String part) {
        var sought = part.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .map(AuditAct::code)
                .filter(code -> code.contains(sought))
                .toList();
    }
}
