package org.hostelchat.demo;

import java.util.List;
import org.hostelchat.support.Residents.Person;

/**
 * Who is who in the demo's texts: {@code W} is the warden, {@code C} the caretaker, a number a line of the roll.
 *
 * @param officials the warden and the caretaker
 * @param residents in the order of the roll
 */
record Cast(List<Person> officials, List<Person> residents) {

    Person person(String who) {
        return switch (who) {
            case "W" -> officials.get(0);
            case "C" -> officials.get(1);
            default -> residents.get(Integer.parseInt(who));
        };
    }
}
