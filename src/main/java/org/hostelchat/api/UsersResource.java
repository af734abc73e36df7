package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.UserForms;

/**
 * The residents' register, for officials. Enrolment numbers have slashes in them, which a path may carry as they are or as
 * {@code %2F}: hence the open patterns. No number ends like the name of a resource below it ({@code user} refuses these).
 */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    private static final String ONE = "{enrolmentNumber: .+}";

    /** Somebody to register; a password is made where none is given. */
    public record NewUserBody(String name, String enrolmentNumber, Role role, Optional<String> password) {}

    /** What is to change; what is left out stays. */
    public record UserChangeBody(
            Optional<String> name, Optional<String> enrolmentNumber, Optional<Role> role, Optional<Boolean> active) {}

    @Inject
    private Caller caller;

    @Inject
    private Register register;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<User> list(@QueryParam("text") String text, @BeanParam Paging paging) {
        return list(text, paging.after(), paging.limit());
    }

    private Listing<User> list(String text, long after, int limit) {
        var page = register.list(caller, Texts.query("text", text), after, limit);
        return new Listing<>(UserForms.ENTRY, page.items(), page.next(), next -> list(text, (long) next, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewUserBody body) {
        var draft = new NewUser(
                body.name(),
                body.enrolmentNumber(),
                body.role(),
                body.password().orElse(null));
        var registered = register.register(caller, draft);
        var number = registered.user().enrolmentNumber();
        return Response.created(URI.create("/api/users/" + URLEncoder.encode(number, StandardCharsets.UTF_8)))
                .entity(UserForms.REGISTERED.of(registered))
                .build();
    }

    @GET
    @Path(ONE)
    public Representation<User> get(@PathParam("enrolmentNumber") String number) {
        return UserForms.ENTRY.of(register.find(caller, number));
    }

    @PATCH
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<User> edit(@PathParam("enrolmentNumber") String number, UserChangeBody body) {
        var change = new UserChange(
                body.name().orElse(null),
                body.enrolmentNumber().orElse(null),
                body.role().orElse(null),
                body.active().orElse(null));
        return UserForms.ENTRY.of(register.edit(caller, number, change));
    }

    @DELETE
    @Path(ONE)
    public void erase(@PathParam("enrolmentNumber") String number) {
        register.erase(caller, number);
    }

    @POST
    @Path(ONE + "/password-reset")
    public Representation<String> resetPassword(@PathParam("enrolmentNumber") String number) {
        return UserForms.INITIAL_PASSWORD.of(register.resetPassword(caller, number));
    }

    @DELETE
    @Path(ONE + "/sessions")
    public void endSessions(@PathParam("enrolmentNumber") String number) {
        register.endSessions(caller, number);
    }
}
