package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hostelchat.room.RoomAccess;

/**
 * One search: asks the index for candidates, newest first, and checks each against the database until the page is full.
 * For one thread.
 *
 * <p>At first it asks the index for shortened prefixes, which is fast and enough for frequent words. Where few of those
 * candidates match, it asks for the exact prefixes, because then there are few results. It checks at most {@value
 * #MOST_LOOKED_AT} candidates.
 */
final class SearchRun {

    private static final int MOST_LOOKED_AT = 2_000;
    private static final int PORTION = 64;

    /** After this time the rest is left to the next page, so that no search delays others for long. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** The number of candidates after which long prefixes are no longer shortened. */
    private static final int SHORT_PREFIXES_UNTIL = 4 * PORTION;

    /** If fewer candidates of a portion match, long prefixes are no longer shortened. */
    private static final int FEW = PORTION / 8;

    /**
     * From the second portion on the index is asked for the caller's rooms only, unless there are more of them than
     * this.
     */
    private static final int MOST_ROOMS = 400;

    /** Time limits are widened by this much in the index, for messages that were sent while the clock was set back. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final EntityManager em;
    private final SearchIndex index;
    private final SearchText text;
    private final SearchQuery query;
    private final Map<Long, RoomAccess.ReadableRoom> rooms;
    private final Collection<Long> authors;
    private final List<Hit> hits = new ArrayList<>();

    SearchRun(
            EntityManager em,
            SearchIndex index,
            SearchText text,
            SearchQuery query,
            Map<Long, RoomAccess.ReadableRoom> rooms,
            Collection<Long> authors) {
        this.em = em;
        this.index = index;
        this.text = text;
        this.query = query;
        this.rooms = rooms;
        this.authors = authors;
    }

    SearchPage page(Long cursor, int limit) {
        var bounds = query.from() == null && query.to() == null ? null : new IdBounds(em);
        var after = query.from() == null ? 0 : bounds.after(query.from().minus(CLOCK_TOLERANCE));
        var before =
                query.to() == null ? Long.MAX_VALUE : bounds.before(query.to().plus(CLOCK_TOLERANCE));
        if (cursor != null) before = Math.min(before, cursor);
        // Must be read before the index is asked: a message that is indexed in between is then found twice (and merged)
        // rather than missed.
        var fresh = Unindexed.messages(em, rooms.keySet());
        var terms = terms();
        var end = System.nanoTime() + LONGEST.toNanos();
        var exact = false;
        for (var looked = 0; looked < MOST_LOOKED_AT; looked += PORTION) {
            if (looked > 0 && System.nanoTime() > end) break;
            var narrow = looked == 0 ? terms : narrowed(terms);
            var asked = exact ? narrow : narrow.quick();
            var beforePortion = hits.size();
            var found = index.find(em, asked, after, before, PORTION);
            var lowest = found.size() < PORTION ? after : found.get(found.size() - 1) - 1;
            if (check(found, fresh.subSet(lowest + 1, true, Math.max(lowest + 1, before), false), limit)) {
                return new SearchPage(hits, hits.get(limit - 1).id());
            }
            if (lowest == after) return new SearchPage(hits, null);
            before = lowest + 1;
            exact = exact || hits.size() - beforePortion < FEW || looked + PORTION >= SHORT_PREFIXES_UNTIL;
        }
        return new SearchPage(hits, before);
    }

    /**
     * Adds the matching candidates to the page.
     *
     * @return true if the page is full and at least one more message matches
     */
    private boolean check(List<Long> found, NavigableSet<Long> fresh, int limit) {
        var ids = new TreeSet<>(found);
        ids.addAll(fresh);
        for (var row : Candidates.read(em, ids)) {
            if (!isWanted(row)) continue;
            var marks = text.marks(row.body());
            if (marks.isEmpty()) continue;
            if (hits.size() == limit) return true;
            hits.add(hit(row, marks));
        }
        return false;
    }

    /** Checks everything again, because the index may be out of date. */
    private boolean isWanted(Candidates.Row row) {
        var room = rooms.get(row.room());
        return room != null
                && row.seq() >= room.first()
                && (authors == null || (row.by() != null && authors.contains(row.by())))
                && (query.from() == null || !row.at().isBefore(query.from()))
                && (query.to() == null || row.at().isBefore(query.to()));
    }

    private Hit hit(Candidates.Row row, List<Mark> marks) {
        return new Hit(
                row.id(),
                row.room(),
                rooms.get(row.room()).name(),
                row.seq(),
                row.by(),
                row.name(),
                row.at(),
                row.body(),
                marks,
                row.files());
    }

    private Terms terms() {
        var terms = text.terms();
        if (query.room() != null) terms.words().add(Terms.room(query.room()));
        return authors == null
                ? terms
                : terms.with(authors.stream().map(Terms::author).toList());
    }

    private Terms narrowed(Terms terms) {
        if (query.room() != null) return terms;
        var own = new ArrayList<String>();
        var everybody = false;
        for (var room : rooms.entrySet()) {
            if (room.getValue().kind().mayHoldEverybody()) everybody = true;
            else own.add(Terms.room(room.getKey()));
        }
        if (everybody) own.add(Terms.EVERYBODY);
        return own.isEmpty() || own.size() > MOST_ROOMS ? terms : terms.with(own);
    }
}
