package org.hostelchat.page.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.hostelchat.user.User;
import org.hostelchat.user.UserPage;

/**
 * The register page by page, in an order that is counted off from its beginning: whoever is registered, renamed or seen meanwhile moves
 * others by a place. Each is given once all the same, and whom that passed over stands at the end. Used by one thread.
 */
final class ResidentRows implements Supplier<List<User>> {

    private final LongFunction<UserPage> ordered;
    private final LongFunction<UserPage> registered;
    private final Function<User, Object> id;
    private final Set<Object> given = new HashSet<>();
    private Long skip = 0L;
    private Long after = 0L;

    /**
     * @param ordered a page of the list, without so many of its first
     * @param registered the same in the order of registration, after an id
     */
    ResidentRows(LongFunction<UserPage> ordered, LongFunction<UserPage> registered) {
        this(ordered, registered, User::id);
    }

    ResidentRows(LongFunction<UserPage> ordered, LongFunction<UserPage> registered, Function<User, Object> id) {
        this.id = id;
        this.ordered = ordered;
        this.registered = registered;
    }

    @Override
    public List<User> get() {
        while (skip != null || after != null) {
            var rows = next().stream().filter(user -> given.add(id.apply(user))).toList();
            if (!rows.isEmpty()) return rows;
        }
        return List.of();
    }

    private List<User> next() {
        if (skip == null) {
            var page = registered.apply(after);
            after = page.next();
            return page.items();
        }
        var page = ordered.apply(skip);
        skip = page.next();
        return page.items();
    }
}
