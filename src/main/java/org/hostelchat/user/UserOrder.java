package org.hostelchat.user;

/** The order of a list of users. Equal users follow in the order of registration. */
public record UserOrder(Key key, boolean descending) {

    /** The value by which users are sorted. */
    public enum Key {
        CREATED("u.id"),
        NAME("u.nameKey"),
        NUMBER("u.enrolmentKey"),
        SEEN("u.lastSeenAt");

        private final String path;

        Key(String path) {
            this.path = path;
        }
    }

    /** The {@code order by} clause. Users who have never signed in count as seen longest ago, on every database. */
    String clause() {
        var way = descending ? " desc" : "";
        var nobody = key != Key.SEEN ? "" : descending ? " nulls last" : " nulls first";
        return key.path + way + nobody + (key == Key.CREATED ? "" : ", u.id" + way);
    }
}
