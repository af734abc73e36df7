package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.text.TextKey;

/**
 * A person's values of the register's columns: each as typed, and in the form that is compared. Null if unknown. Stored
 * in the person's own row, so that they are erased with the account.
 */
@Embeddable
public class Residence {

    private String wing;

    @Column(name = "wing_key")
    private String wingKey;

    private String floor;

    @Column(name = "floor_key")
    private String floorKey;

    private String room;

    @Column(name = "room_key")
    private String roomKey;

    private String year;

    @Column(name = "year_key")
    private String yearKey;

    private String course;

    @Column(name = "course_key")
    private String courseKey;

    private String mess;

    @Column(name = "mess_key")
    private String messKey;

    private String phone;

    @Column(name = "phone_key")
    private String phoneKey;

    @Column(name = "stays_until")
    private String until;

    /** @return null if unknown */
    public String get(RegisterColumn column) {
        return switch (column) {
            case WING -> wing;
            case FLOOR -> floor;
            case ROOM -> room;
            case YEAR -> year;
            case COURSE -> course;
            case MESS -> mess;
            case PHONE -> phone;
            case UNTIL -> until;
        };
    }

    /** @param to in its normal form; null or empty to delete */
    void set(RegisterColumn column, String to) {
        var value = to == null || to.isEmpty() ? null : to;
        var key = value == null ? null : key(value);
        switch (column) {
            case WING -> {
                wing = value;
                wingKey = key;
            }
            case FLOOR -> {
                floor = value;
                floorKey = key;
            }
            case ROOM -> {
                room = value;
                roomKey = key;
            }
            case YEAR -> {
                year = value;
                yearKey = key;
            }
            case COURSE -> {
                course = value;
                courseKey = key;
            }
            case MESS -> {
                mess = value;
                messKey = key;
            }
            case PHONE -> {
                phone = value;
                phoneKey = key;
            }
            case UNTIL -> until = value;
        }
    }

    /** The form in which two values are compared: ignoring case, the script of digits, and blanks. */
    public static String key(String value) {
        return TextKey.comparing(value);
    }

    /** All known values, in the columns' order. */
    public Map<RegisterColumn, String> known() {
        var known = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        for (var column : RegisterColumn.values()) {
            Optional.ofNullable(get(column)).ifPresent(value -> known.put(column, value));
        }
        return known;
    }

    /** Whether the person's last day is before this one. */
    boolean isOverOn(String today) {
        return until != null && until.compareTo(today) < 0;
    }

    /**
     * The text that {@link UserQuery} searches: every value, the room together with its wing, and the phone without
     * separators. Without line breaks and blanks, which separate the searched parts.
     */
    String searchKey() {
        var values = Arrays.stream(RegisterColumn.values())
                .filter(column -> column != RegisterColumn.UNTIL)
                .map(this::get)
                .filter(Objects::nonNull)
                .map(TextKey::searching);
        var joined = wing == null || room == null
                ? Stream.<String>empty()
                : Stream.of(TextKey.searching(wing + "-" + room), TextKey.undivided(wing + room));
        return Stream.of(values, joined, Stream.ofNullable(phone).map(TextKey::undivided))
                .flatMap(part -> part)
                .map(part -> part.replace('\n', ' '))
                .collect(Collectors.joining("\t"));
    }
}
