package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.NotificationChoice;
import org.hostelchat.user.NotificationChoices;
import org.hostelchat.user.NotificationLevel;
import org.hostelchat.user.QuietHours;
import org.hostelchat.wire.OwnForms;
import org.hostelchat.wire.Representation;

/** Of what the caller is notified, on all of their devices. */
@Path("me/notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    /** The whole choice; without quiet hours there are none. */
    public record ChoiceBody(
            NotificationLevel level,
            boolean sound,
            boolean words,
            Optional<String> quietFrom,
            Optional<String> quietTo) {}

    @Inject
    private Caller caller;

    @Inject
    private NotificationChoices choices;

    @GET
    public Representation<NotificationChoice> chosen() {
        return OwnForms.NOTIFICATIONS.of(choices.of(caller));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void choose(ChoiceBody body) {
        var quiet = QuietHours.of(body.quietFrom().orElse(null), body.quietTo().orElse(null));
        choices.choose(caller, new NotificationChoice(body.level(), body.sound(), body.words(), quiet));
    }
}
