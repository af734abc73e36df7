package org.hostelchat.user;

/** In what order the register is read. Who is alike comes in the order of registration. */
public record UserOrder(Key key, boolean descending) {

    /** By what. */
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

    /** What follows {@code order by}. Whoever was never here counts as seen longest ago, on every database. */
    String clause() {
        var way = descending ? " desc" : "";
        var nobody = key != Key.SEEN ? "" : descending ? " nulls last" : " nulls first";
        return key.path + way + nobody + (key == Key.CREATED ? "" : ", u.id" + way);
    }
}
