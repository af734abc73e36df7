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
 * Search for everybody: in the rooms that somebody is in now, and of those in what they may read. Nobody finds more by being an official.
 *
 * <p>Thread-safe. Reads outside of transactions. What was said, edited or taken back is found, or not, as soon as it is stored.
 */
@ApplicationScoped
public class Search {

    /** The most messages of one page. */
    public static final int LARGEST_PAGE = 100;

    /** So many search at a time, of all people. */
    private static final int AT_A_TIME = 3;

    /** More people of one name, or of words of it, are asked for more of it. */
    private static final int MOST_AUTHORS = 50;

    private final Transactions transactions;
    private final RoomAccess access;
    private final People people;
    private final SearchIndex index;
    private final SearchGate gate = new SearchGate(AT_A_TIME);

    @Inject
    public Search(Transactions transactions, RoomAccess access, People people, SearchIndex index) {
        this.transactions = transactions;
        this.access = access;
        this.people = people;
        this.index = index;
    }

    /** For the container's proxy. */
    protected Search() {
        this(null, null, null, null);
    }

    /**
     * The newest messages that say all of it.
     *
     * @param before null for the first page, else what {@link SearchPage#next()} was
     * @param limit 1 to {@link #LARGEST_PAGE}
     * @throws Refusal.Unacceptable if there is nothing to look for, or too much, or the author is nobody or could be too many
     * @throws Refusal.NotFound if the caller is not in the room
     * @throws Refusal.TooFast if the caller searches more than one can
     */
    public SearchPage find(Caller caller, SearchQuery query, Long before, int limit) {
        caller.requireAccount();
        var text = new SearchText(query.text());
        return gate.inTurn(caller.id(), () -> {
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

    /** @return null for everybody */
    private Collection<Long> authors(Caller caller, String author) {
        if (author == null) return null;
        if (author.matches("[0-9]{1,18}")) return List.of(Long.valueOf(author));
        var found = people.meant(caller, author, MOST_AUTHORS);
        if (found.isEmpty()) throw wrong(Phrase.of("message.nobody-found"));
        if (found.size() > MOST_AUTHORS) throw wrong(Phrase.of("message.too-many-found", "most", MOST_AUTHORS));
        return found;
    }

    private static Refusal wrong(Phrase why) {
        return new Refusal.Unacceptable("no-such-author", "author", why);
    }
}
