package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.UserForms;

/** Signing in and out. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    /** @param login a name that only one person has, or an enrolment number */
    public record SignIn(String login, String password, boolean remember) {}

    /** @param code of the office, which is used up */
    public record SignInByCode(String code, boolean remember) {}

    /** @param current the present password; not needed right after signing in with an initial password */
    public record NewPassword(Optional<String> current, String next) {}

    /** The caller's password, for confirmation. */
    public record Confirmation(String password) {}

    @Inject
    private RequestSession requestSession;

    @Inject
    private Register register;

    @POST
    @Path("session")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<User> signIn(SignIn body) {
        var caller = requestSession.signIn(body.login(), body.password(), body.remember());
        return UserForms.SIGNED_IN.of(register.self(caller));
    }

    @POST
    @Path("session/by-code")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<User> signInByCode(SignInByCode body) {
        return UserForms.SIGNED_IN.of(register.self(requestSession.signInByCode(body.code(), body.remember())));
    }

    @DELETE
    @Path("session")
    public void signOut() {
        requestSession.signOut();
    }

    @DELETE
    @Path("sessions")
    public void signOutEverywhere() {
        requestSession.signOutEverywhere();
    }

    @PUT
    @Path("session/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(NewPassword body) {
        requestSession.changePassword(body.current().orElse(""), body.next());
    }

    @POST
    @Path("session/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public void confirm(Confirmation body) {
        requestSession.confirm(body.password());
    }
}
