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
 * Reads the whole register in pages, in an order that is paged by offset. Registrations and changes in the meantime
 * shift rows, so rows that occur twice are skipped, and those that were missed are appended at the end. For one thread.
 */
final class ResidentRows implements Supplier<List<User>> {

    private final LongFunction<UserPage> ordered;
    private final LongFunction<UserPage> registered;
    private final Function<User, Object> id;
    private final Set<Object> given = new HashSet<>();
    private Long skip = 0L;
    private Long after = 0L;

    /**
     * @param ordered a page of the list from an offset
     * @param registered a page in the order of registration, after an id
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
