package org.hostelchat.user;

import java.util.List;

/** A row of a file together with what is wrong with it. */
public record RollLine(RollRow row, List<RollError> errors) {}
