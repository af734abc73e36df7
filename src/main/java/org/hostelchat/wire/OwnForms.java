package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;

import org.hostelchat.user.Mute;
import org.hostelchat.user.NotificationChoice;
import org.hostelchat.user.QuietHours;

/** The forms of what a person learns of themselves alone. */
public final class OwnForms {

    /**
     * What clients keep beside the rooms.
     *
     * @param mute null if the person is not muted
     */
    public record Own(Mute mute, NotificationChoice notifications) {}

    /** Until when and why one is muted. */
    static final ObjectForm<Mute> MUTE =
            ObjectForm.<Mute>empty().with("until", TIME, Mute::until).withAny("why", TEXT, Mute::why);

    /** Of what one is notified. */
    public static final ObjectForm<NotificationChoice> NOTIFICATIONS = ObjectForm.<NotificationChoice>empty()
            .with("level", CHOICE, NotificationChoice::level)
            .with("sound", FLAG, NotificationChoice::sound)
            .with("words", FLAG, NotificationChoice::words)
            .with(
                    "quietFrom",
                    TEXT,
                    choice -> choice.quiet() == null
                            ? null
                            : QuietHours.text(choice.quiet().from()))
            .with(
                    "quietTo",
                    TEXT,
                    choice -> choice.quiet() == null
                            ? null
                            : QuietHours.text(choice.quiet().to()));

    public static final ObjectForm<Own> OWN = ObjectForm.<Own>empty()
            .with("muted", FieldType.object(MUTE), Own::mute)
            .with("notifications", FieldType.object(NOTIFICATIONS), Own::notifications);

    private OwnForms() {}
}
