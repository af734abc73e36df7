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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;
import org.hostelchat.user.UserFilter;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.UserForms;

/**
 * The residents' register, for officials. Enrolment numbers have slashes in them, which a path may carry as they are or as
 * {@code %2F}: hence the open patterns. No number ends like the name of a resource below it ({@code user} refuses these).
 */
@Path("users")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    private static final int MOST_VALUES = 100;

    private static final String ONE = "{enrolmentNumber: .+}";

    /** Somebody to register; a password is made where none is given. */
    public record NewUserBody(
            String name,
            String enrolmentNumber,
            Role role,
            Optional<String> password,
            Field<String> wing,
            Field<String> floor,
            Field<String> room,
            Field<String> year,
            Field<String> course,
            Field<String> mess,
            Field<String> phone,
            Field<String> until) {

        Map<RegisterColumn, String> details() {
            return UsersResource.details(wing, floor, room, year, course, mess, phone, until);
        }
    }

    /** What is to change; what is left out stays, and a column of the register that is given as null is emptied. */
    public record UserChangeBody(
            Optional<String> name,
            Optional<String> enrolmentNumber,
            Optional<Role> role,
            Optional<Boolean> active,
            Field<String> wing,
            Field<String> floor,
            Field<String> room,
            Field<String> year,
            Field<String> course,
            Field<String> mess,
            Field<String> phone,
            Field<String> until) {

        Map<RegisterColumn, String> details() {
            return UsersResource.details(wing, floor, room, year, course, mess, phone, until);
        }
    }

    /** What was given, in the order of the columns. */
    @SafeVarargs
    private static Map<RegisterColumn, String> details(Field<String>... fields) {
        var details = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        var next = 0;
        for (var column : RegisterColumn.values()) {
            var field = fields[next++];
            if (field.given()) details.put(column, field.value() == null ? "" : field.value());
        }
        return details;
    }

    @Inject
    private Caller caller;

    @Inject
    private Register register;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<User> list(@Context UriInfo uri, @BeanParam Paging paging) {
        return list(filter(uri.getQueryParameters()), paging.after(), paging.limit());
    }

    private Listing<User> list(UserFilter filter, long after, int limit) {
        var page = register.list(caller, filter, after, limit);
        return new Listing<>(UserForms.ENTRY, page.items(), page.next(), next -> list(filter, (long) next, limit));
    }

    /** A column that is named more than once has one of these values. */
    private static UserFilter filter(MultivaluedMap<String, String> query) {
        var columns = new EnumMap<RegisterColumn, List<String>>(RegisterColumn.class);
        for (var column : RegisterColumn.OF_FILTERS) {
            var values = query.getOrDefault(column.code(), List.of());
            if (values.size() > MOST_VALUES) {
                throw new Refusal.Unacceptable(
                        "wrong-parameter", column.code(), Phrase.of("api.field-most-items", "most", MOST_VALUES));
            }
            values.forEach(value -> Texts.query(column.code(), value));
            columns.put(column, values);
        }
        return new UserFilter(Texts.query("text", query.getFirst("text")), columns);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewUserBody body) {
        var draft = new NewUser(
                body.name(),
                body.enrolmentNumber(),
                body.role(),
                body.password().orElse(null),
                body.details());
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
                body.active().orElse(null),
                body.details());
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
