package org.hostelchat.user;

import java.util.List;

/** @param next how many rows are before the next page; null if there is none */
public record RollLines(List<RollLine> items, Long next) {}
