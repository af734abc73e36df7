package org.hostelchat.message;

/**
 * The writer's limits. Produced by {@code platform}.
 *
 * @param queue the most drafts that wait; further posts are refused at once
 * @param batch the most drafts of one transaction
 * @param floodBurst how many posts a person may make at once; 0 turns the limit off
 * @param floodRate how many posts a second after that; 0 turns the limit off
 */
public record MessageSettings(int queue, int batch, int floodBurst, int floodRate) {}
