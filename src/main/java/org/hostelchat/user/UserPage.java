package org.hostelchat.user;

import java.util.List;

/**
 * A part of the register.
 *
 * @param next what to ask on with ({@code after} or {@code skip}), or null at the end
 */
public record UserPage(List<User> items, Long next) {}
