package org.hostelchat.account;

import java.util.List;

/**
 * A part of the register, in the order of registration.
 *
 * @param next what to ask on with ({@code after}), or null at the end
 */
public record UserPage(List<User> items, Long next) {}
