package org.hostelchat.user;

import java.util.List;

/**
 * A page of the register.
 *
 * @param next the {@code after} or {@code skip} of the next page; null at the end
 */
public record UserPage(List<User> items, Long next) {}
