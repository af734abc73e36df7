package org.hostelchat.message;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The writer's limits. Produced by {@code platform}.
 *
 * @param queue the most drafts that wait; further posts are refused at once
 * @param batch the most drafts of one transaction
 * @param floodBurst how many posts a person may make at once; 0 turns the limit off
 * @param floodRate how many posts a second after that; 0 turns the limit off
 * @param zone the hostel's time zone, in which people are told until when they are muted
 */
public record MessageSettings(int queue, int batch, int floodBurst, int floodRate, ZoneId zone) {

    /** With times in UTC. */
    public MessageSettings(int queue, int batch, int floodBurst, int floodRate) {
        this(queue, batch, floodBurst, floodRate, ZoneOffset.UTC);
    }
}
