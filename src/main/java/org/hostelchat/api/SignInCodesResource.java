package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.auth.SignInCodes;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.SignInCodeForms;
import org.hostelchat.wire.SlipSheet;

/** Codes by which students sign in once, made by officials for who stands at the desk. */
@Path("users")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class SignInCodesResource {

    @Inject
    private Caller caller;

    @Inject
    private SignInCodes codes;

    @Inject
    private AuthSettings settings;

    @POST
    @Path("{enrolmentNumber: .+}/sign-in-code")
    public Response make(@PathParam("enrolmentNumber") String number, @Context UriInfo uri) {
        var made = codes.make(caller, number);
        var hostel = SlipSheet.address(settings, uri.getBaseUri().resolve("/").toString());
        return Response.status(Response.Status.CREATED)
                .entity(SignInCodeForms.at(hostel).of(made))
                .build();
    }
}
