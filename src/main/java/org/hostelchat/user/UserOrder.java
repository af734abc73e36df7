package org.hostelchat.user;

/** The order of a list of users. Equal users follow in the order of registration. */
public record UserOrder(Key key, boolean descending) {

    /** The value by which users are sorted. */
    public enum Key {
        CREATED("u.id"),
        NAME("u.nameKey"),
        NUMBER("u.enrolmentKey"),
        SEEN("u.lastSeenAt"),
        WING("u.residence.wingKey"),
        FLOOR("u.residence.floorKey"),
        ROOM("u.residence.roomKey"),
        YEAR("u.residence.yearKey"),
        COURSE("u.residence.courseKey"),
        MESS("u.residence.messKey"),
        PHONE("u.residence.phoneKey"),
        UNTIL("u.residence.until");

        private final String path;

        Key(String path) {
            this.path = path;
        }

        private boolean mayBeUnknown() {
            return compareTo(SEEN) >= 0;
        }
    }

    /**
     * The {@code order by} clause. Users who have never signed in count as seen longest ago, on every database; those
     * without a value in the column come last, either way.
     */
    String clause() {
        var way = descending ? " desc" : "";
        var nobody = !key.mayBeUnknown() ? "" : key == Key.SEEN && !descending ? " nulls first" : " nulls last";
        return key.path + way + nobody + (key == Key.CREATED ? "" : ", u.id" + way);
    }
}
