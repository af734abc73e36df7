package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.storage.Columns;

/**
 * Between which ids messages of some time lie. Times grow with ids, but for the spans of ids in which messages were moved in from another program:
 * such a span counts as a whole. Reads some tens of rows by their ids, however many messages there are. Bounds hold unless the clock was set back
 * in between.
 */
final class IdBounds {

    private record Span(long first, long last, long firstAt, long lastAt) {}

    /**
     * Where, in an ordered part, times reach a limit.
     *
     * @param id every message before it is earlier, and none from it on
     * @param hasEarlier whether there is any before it
     * @param hasLater whether there is any from it on
     */
    private record Edge(long id, boolean hasEarlier, boolean hasLater) {}

    private final EntityManager em;
    private final List<Span> moved = new ArrayList<>();
    private final long end;

    IdBounds(EntityManager em) {
        this.em = em;
        for (var row : em.createNativeQuery(
                        "select first_id, last_id, first_at, last_at from moved_spans order by first_id")
                .getResultList()) {
            var columns = (Object[]) row;
            moved.add(new Span(
                    Columns.number(columns[0]),
                    Columns.number(columns[1]),
                    Columns.number(columns[2]),
                    Columns.number(columns[3])));
        }
        end = Columns.number(em.createNativeQuery("select coalesce(max(id), 0) from messages")
                        .getSingleResult())
                + 1;
    }

    /** A lower bound: every message that was sent at this time or later has a higher id. */
    long after(Instant time) {
        var at = time.toEpochMilli();
        var begin = 1L;
        for (var span : moved) {
            var edge = edge(begin, span.first(), at);
            if (edge.hasLater()) return edge.id() - 1;
            if (span.lastAt() >= at) return span.first() - 1;
            begin = span.last() + 1;
        }
        return edge(begin, end, at).id() - 1;
    }

    /** An upper bound: every message that was sent before this time has a lower id. */
    long before(Instant time) {
        var at = time.toEpochMilli();
        var to = end;
        for (var i = moved.size() - 1; i >= 0; i--) {
            var span = moved.get(i);
            var edge = edge(span.last() + 1, to, at);
            if (edge.hasEarlier()) return upper(edge);
            if (span.firstAt() < at) return span.last() + 1;
            to = span.first();
        }
        return upper(edge(1, to, at));
    }

    /** Without a later one, what is posted meanwhile is not excluded. */
    private long upper(Edge edge) {
        return edge.hasLater() || edge.id() < end ? edge.id() : Long.MAX_VALUE;
    }

    /** Halves the part of ids from {@code begin} to before {@code end} until it is found. */
    private Edge edge(long begin, long end, long at) {
        var low = begin - 1;
        var high = Math.max(begin, end);
        var hasEarlier = false;
        var hasLater = false;
        while (high - low > 1) {
            var middle = (low + high) >>> 1;
            var next = next(middle, high);
            if (next == null) {
                high = middle;
            } else if (Columns.number(next[1]) >= at) {
                hasLater = true;
                high = middle;
            } else {
                hasEarlier = true;
                low = Columns.number(next[0]);
            }
        }
        return new Edge(high, hasEarlier, hasLater);
    }

    private Object[] next(long from, long to) {
        var found = em.createNativeQuery("select id, at from messages where id >= ?1 and id < ?2 order by id limit 1")
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList();
        return found.isEmpty() ? null : (Object[]) found.get(0);
    }
}
