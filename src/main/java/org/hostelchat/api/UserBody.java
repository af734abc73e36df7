package org.hostelchat.api;

import org.hostelchat.principal.Role;
import org.hostelchat.user.User;

/** What a user may know of their own account. */
public record UserBody(long id, String name, String enrolmentNumber, Role role, boolean mustChangePassword) {

    static UserBody of(User user) {
        return new UserBody(user.id(), user.name(), user.enrolmentNumber(), user.role(), user.mustChangePassword());
    }
}
