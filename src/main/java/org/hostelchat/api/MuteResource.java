package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.Muting;

/** Keeps people from writing for a time; for officials. */
@Path("users")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class MuteResource {

    private static final String MUTE = "{enrolmentNumber: .+}/mute";

    /**
     * @param until in epoch milliseconds
     * @param why for the person to read
     */
    public record MuteBody(long until, Optional<String> why) {}

    @Inject
    private Caller caller;

    @Inject
    private Muting muting;

    @PUT
    @Path(MUTE)
    @Consumes(MediaType.APPLICATION_JSON)
    public void mute(@PathParam("enrolmentNumber") String number, MuteBody body) {
        muting.mute(
                caller, number, Instant.ofEpochMilli(body.until()), body.why().orElse(null));
    }

    @DELETE
    @Path(MUTE)
    public void unmute(@PathParam("enrolmentNumber") String number) {
        muting.unmute(caller, number);
    }
}
