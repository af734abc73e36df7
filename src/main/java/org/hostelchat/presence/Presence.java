package org.hostelchat.presence;

import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;

/** A person who is present. */
public record Presence(long id, String name, Role role) {

    public static Presence of(Caller caller) {
        return new Presence(caller.id(), caller.name(), caller.role());
    }
}
