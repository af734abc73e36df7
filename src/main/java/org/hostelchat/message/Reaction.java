package org.hostelchat.message;

import java.util.List;

/**
 * An emoji on a message and who reacted with it, as one reader sees it.
 *
 * @param count the number of people
 * @param mine whether the reader is one of them
 * @param people the first of them, at most {@value #MOST_PEOPLE}
 */
public record Reaction(String emoji, long count, boolean mine, List<Person> people) {

    public static final int MOST_PEOPLE = 20;

    public record Person(long id, String name) {}
}
