package org.hostelchat.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Users as rows of their table, for storing many of them at once. The columns are those that {@link User} maps. */
final class UserRow {

    private static final List<RegisterColumn> KEYED = RegisterColumn.OF_FILTERS;

    /** What is in a file with residents, as {@link #described} has it before the id. */
    static final List<String> DESCRIBED = Stream.of(
                    Stream.of("name", "name_key", "search_key"),
                    KEYED.stream().flatMap(column -> Stream.of(column.code(), column.code() + "_key")),
                    Stream.of("stays_until"))
            .flatMap(part -> part)
            .toList();

    /** As {@link #whole} has it. The others have a default. */
    static final List<String> WHOLE = Stream.concat(
                    DESCRIBED.stream(),
                    Stream.of(
                            "enrolment_number",
                            "enrolment_key",
                            "password_hash",
                            "role",
                            "active",
                            "must_change_password",
                            "password_set_at",
                            "created_at"))
            .toList();

    private UserRow() {}

    static List<Object> described(User user) {
        var row = details(user);
        row.add(user.id());
        return row;
    }

    private static List<Object> details(User user) {
        var row = new ArrayList<Object>(List.of(user.name(), Names.key(user.name()), user.searchKey()));
        for (var column : KEYED) {
            var value = user.detail(column);
            row.add(value);
            row.add(value == null ? null : Residence.key(value));
        }
        row.add(user.detail(RegisterColumn.UNTIL));
        return row;
    }

    static List<Object> whole(User user) {
        var row = details(user);
        row.addAll(Arrays.asList(
                user.enrolmentNumber(),
                EnrolmentNumbers.key(user.enrolmentNumber()),
                user.passwordHash(),
                user.role().name(),
                user.isActive(),
                user.mustChangePassword(),
                user.passwordSetAt().toEpochMilli(),
                user.createdAt().toEpochMilli()));
        return row;
    }
}
