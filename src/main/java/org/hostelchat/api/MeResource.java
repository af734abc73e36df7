package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.UserForms;

/** The caller's own account. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    private Caller caller;

    @Inject
    private Register register;

    @GET
    public Representation<User> me() {
        return UserForms.SELF.of(register.self(caller));
    }
}
