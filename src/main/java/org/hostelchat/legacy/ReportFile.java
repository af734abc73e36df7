package org.hostelchat.legacy;

import java.io.Closeable;
import java.util.List;
import java.util.function.Predicate;

/** An open file of the report program, which nobody writes to. Not thread-safe. */
public interface ReportFile extends Closeable {

    /**
     * A row of its table of people, as it is.
     *
     * @param id {@code pid}; empty if there is none
     */
    record Person(String id, String name, String number, boolean isAdmin) {}

    /**
     * A row of its table of messages, as it is.
     *
     * @param id {@code mid}, or the row's number if there is none
     * @param senderIsNumber whether the sender is stored as a number, and not as text
     * @param data the text's bytes in whatever encoding; never null
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared with another one
    record Message(String id, String sender, boolean senderIsNumber, String date, byte[] data) {}

    /**
     * All people, in the order of their ids.
     *
     * @throws org.hostelchat.refusal.Refusal.Unacceptable for more than {@code most}, or if the file is damaged
     */
    List<Person> people(int most);

    long countMessages();

    /**
     * Reads messages in the order of their ids.
     *
     * @param skip how many to pass over
     * @param use returns false to end
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the file is damaged
     */
    void eachMessage(long skip, Predicate<Message> use);

    /**
     * Reads the dates of messages backwards, as they are.
     *
     * @param rows how many messages are before the end at which it begins
     * @param use returns false to end
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the file is damaged
     */
    void eachDateBefore(long rows, Predicate<String> use);

    /** Whether SQLite itself wrote the dates where the program gave none, which it does in UTC. */
    boolean isDatedByDatabase();

    @Override
    void close();
}
