package org.hostelchat.notice;

import org.hostelchat.principal.Caller;

/** The parts of the queries of the board, for a notice {@code n}, its author {@code u} and the reader's receipt {@code r}. */
final class BoardQuery {

    static final String VIEW =
            """
            select n, u.name, r from Notice n
            left join User u on u.id = n.authorId
            left join Receipt r on r.id.noticeId = n.id and r.id.userId = :me
            where\
            """;

    /** Whom a notice concerns: those in its room. */
    private static final String CONCERNED = " and n.shown = true and (n.everybody = true or exists"
            + " (select m.id.userId from Membership m where m.id.roomId = n.roomId and m.id.userId = :me))";

    static final String OPEN =
            " n.withdrawnAt is null and n.shown = true and (n.content.until is null or n.content.until >= :today)";

    static final String NOT_ACKNOWLEDGED = " and (n.authorId is null or n.authorId <> :me)"
            + " and (r.acknowledgedVersion is null or r.acknowledgedVersion < n.askedVersion)";

    static final String ORDER = " order by n.place desc, n.id desc";

    private BoardQuery() {}

    /** What a person was reminded of: with the parameter {@code me}, as the following. */
    static String isReminded(Caller caller) {
        return " (n.remindedAt is not null"
                + " and (r.readAt is null or n.remindedAt > r.readAt) and" + asked(caller)
                + NOT_ACKNOWLEDGED + ")";
    }

    /** Officials see all notices, and are asked only by those for everybody. */
    static String asked(Caller caller) {
        return caller.isAdmin()
                ? " n.content.acknowledge = true and n.everybody = true"
                : " n.content.acknowledge = true";
    }

    /** Which notices a person sees; officials see all. */
    static String concerned(Caller caller) {
        return caller.isAdmin() ? "" : CONCERNED;
    }
}
