package org.hostelchat.user;

/** @param example the first cell of the column that is not empty; empty if there is none */
public record RollSample(RollColumn column, String example) {}
