package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;
import org.hostelchat.user.Names;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;

/**
 * Warns before a name is stored that somebody else has. It may be the same person; if not, neither can sign in with the
 * name alone. If the form is sent again with the same name, it is accepted.
 */
@Named
@RequestScoped
public class Namesakes {

    @Inject
    private Me me;

    @Inject
    private Register register;

    private List<User> found = List.of();

    /**
     * Whether the name may be stored without a warning.
     *
     * @param to the id of the account to name, which may have the name already; 0 for a new one
     */
    boolean allow(String name, long to) {
        var said = Names.key(Parameters.get("namesake"));
        if (!said.isEmpty() && said.equals(Names.key(name))) return true;
        var same = register.namesakes(me.caller(), name);
        if (same.stream().anyMatch(user -> user.id() == to)) return true;
        found = same;
        if (found.isEmpty()) return true;
        FormOutcome.question();
        return false;
    }

    public List<User> getFound() {
        return found;
    }
}
