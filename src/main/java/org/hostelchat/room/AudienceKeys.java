package org.hostelchat.room;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.hostelchat.principal.Role;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.Residence;
import org.hostelchat.user.User;

/**
 * An audience in the form in which the register compares. Decides the same as {@link Audience#condition} for people who
 * are in memory; made once for many of them, because each key is costly to compute.
 *
 * @param columns the keys of each column's values
 */
record AudienceKeys(Map<RegisterColumn, Set<String>> columns) {

    /**
     * A person with the keys of their own values.
     *
     * @param official whether they are in every room that follows the register
     */
    record Person(long id, boolean active, boolean official, Map<RegisterColumn, String> values) {

        static Person of(User user) {
            var values = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
            for (var column : RegisterColumn.OF_GROUPS) {
                var value = user.detail(column);
                if (value != null) values.put(column, Residence.key(value));
            }
            return new Person(user.id(), user.isActive(), user.role() == Role.ADMIN, values);
        }
    }

    static AudienceKeys of(Audience audience) {
        var columns = new EnumMap<RegisterColumn, Set<String>>(RegisterColumn.class);
        for (var column : audience.columns().keySet()) columns.put(column, audience.keys(column));
        return new AudienceKeys(columns);
    }

    /** Whether this person is in the room. */
    boolean names(Person person) {
        if (!person.active()) return false;
        if (person.official()) return true;
        for (var column : columns.entrySet()) {
            var value = person.values().get(column.getKey());
            if (value == null || !column.getValue().contains(value)) return false;
        }
        return true;
    }
}
