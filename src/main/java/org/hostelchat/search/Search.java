package org.hostelchat.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.Rooms;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.People;

/**
 * Full-text search in the messages that the caller may read now. Officials find no more than others.
 *
 * <p>Thread-safe. Reads outside of transactions. A post, an edit or a deletion counts as soon as it is committed,
 * whether or not it is indexed yet.
 */
@ApplicationScoped
public class Search {

    /** The most messages of one page. */
    public static final int LARGEST_PAGE = 100;

    /** The most searches that run at the same time, of all callers. */
    private static final int AT_A_TIME = 3;

    /** The most people that an author's name may match; more are refused. */
    private static final int MOST_AUTHORS = 50;

    private final Transactions transactions;
    private final RoomAccess access;
    private final People people;
    private final SearchIndex index;
    private final SearchLimiter limiter = new SearchLimiter(AT_A_TIME);

    @Inject
    public Search(Transactions transactions, RoomAccess access, People people, SearchIndex index) {
        this.transactions = transactions;
        this.access = access;
        this.people = people;
        this.index = index;
    }

    /** For the CDI proxy. */
    protected Search() {
        this(null, null, null, null);
    }

    /**
     * Finds the newest messages that contain all the words.
     *
     * @param before null for the first page, else {@link SearchPage#next()} of the page before
     * @param limit 1 to {@link #LARGEST_PAGE}
     * @throws Refusal.Unacceptable if the text has no words or too many, or the author matches nobody or too many
     * @throws Refusal.NotFound if the caller is not a member of the room
     * @throws Refusal.TooFast if the caller has too many searches waiting
     */
    public SearchPage find(Caller caller, SearchQuery query, Long before, int limit) {
        caller.requireAccount();
        var text = new SearchText(query.text());
        return limiter.inTurn(caller.id(), () -> {
            var rooms = rooms(caller, query.room());
            var authors = authors(caller, query.author());
            return transactions.read(em -> new SearchRun(em, index, text, query, rooms, authors).page(before, limit));
        });
    }

    private Map<Long, RoomAccess.ReadableRoom> rooms(Caller caller, Long only) {
        var rooms = access.readable(caller);
        if (only == null) return rooms;
        if (!rooms.containsKey(only)) throw Rooms.notThere();
        return Map.of(only, rooms.get(only));
    }

    /** @return the ids of the author's accounts; null for any author */
    private Collection<Long> authors(Caller caller, String author) {
        if (author == null) return null;
        if (author.matches("[0-9]{1,18}")) return List.of(Long.valueOf(author));
        var found = people.idsMatching(caller, author, MOST_AUTHORS);
        if (found.isEmpty()) throw wrong(Phrase.of("message.nobody-found"));
        if (found.size() > MOST_AUTHORS) throw wrong(Phrase.of("message.too-many-found", "most", MOST_AUTHORS));
        return found;
    }

    private static Refusal wrong(Phrase why) {
        return new Refusal.Unacceptable("no-such-author", "author", why);
    }
}
