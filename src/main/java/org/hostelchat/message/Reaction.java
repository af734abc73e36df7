package org.hostelchat.message;

import java.util.List;

/**
 * One emoji on a message, with whoever reacted so, as one reader sees it.
 *
 * @param count how many people
 * @param mine whether the reader is one of them
 * @param people the first of them, no more than {@value #MOST_PEOPLE}
 */
public record Reaction(String emoji, long count, boolean mine, List<Person> people) {

    public static final int MOST_PEOPLE = 20;

    public record Person(long id, String name) {}
}
