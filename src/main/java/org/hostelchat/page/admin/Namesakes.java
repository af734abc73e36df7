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
 * Points out before it is stored that somebody else has a name: perhaps it is the same person, and if not, their names are no
 * longer enough to sign in with. Once the form comes again with the same name, it is taken to be meant.
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
     * Whether the name can be given without another word.
     *
     * @param to the number of the account that gets it, which may have it already; 0 for a new one
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
