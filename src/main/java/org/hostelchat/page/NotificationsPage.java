package org.hostelchat.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.hostelchat.user.NotificationChoice;
import org.hostelchat.user.NotificationChoices;
import org.hostelchat.user.NotificationLevel;
import org.hostelchat.user.QuietHours;

/** Of what one is notified, on all devices. Whether this device notifies is turned on by the page's script. */
@Named
@RequestScoped
public class NotificationsPage {

    @Inject
    private Me me;

    @Inject
    private NotificationChoices choices;

    @Inject
    private FormOutcome outcome;

    private NotificationLevel level;
    private boolean sound;
    private boolean words;
    private String quietFrom;
    private String quietTo;

    @PostConstruct
    void load() {
        var chosen = choices.of(me.caller());
        level = sent(chosen.level());
        sound = chosen.sound();
        words = chosen.words();
        var quiet = chosen.quiet();
        quietFrom = quiet == null ? "" : QuietHours.text(quiet.from());
        quietTo = quiet == null ? "" : QuietHours.text(quiet.to());
    }

    public void save() {
        if (outcome.attempt(() -> choices.choose(
                me.caller(), new NotificationChoice(level, sound, words, QuietHours.of(quietFrom, quietTo))))) {
            outcome.goDone("/notifications", "notifications-saved");
        }
    }

    /** The one of the form, or else the one that is stored. */
    private static NotificationLevel sent(NotificationLevel stored) {
        return Arrays.stream(NotificationLevel.values())
                .filter(one -> one.name().equals(Parameters.get("level")))
                .findAny()
                .orElse(stored);
    }

    public List<NotificationLevel> getLevels() {
        return List.of(NotificationLevel.MENTIONS, NotificationLevel.ALL, NotificationLevel.NOTHING);
    }

    public NotificationLevel getLevel() {
        return level;
    }

    public boolean isSound() {
        return sound;
    }

    public void setSound(boolean sound) {
        this.sound = sound;
    }

    public boolean isWords() {
        return words;
    }

    public void setWords(boolean words) {
        this.words = words;
    }

    public String getQuietFrom() {
        return quietFrom;
    }

    public void setQuietFrom(String quietFrom) {
        this.quietFrom = quietFrom;
    }

    public String getQuietTo() {
        return quietTo;
    }

    public void setQuietTo(String quietTo) {
        this.quietTo = quietTo;
    }
}
