package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.Parameters;
import org.hostelchat.principal.Role;
import org.hostelchat.user.Mute;
import org.hostelchat.user.Muting;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;

/** Keeps somebody from writing for a time, or lets them write again. */
@Named
@RequestScoped
public class MutePage {

    /** The times to choose from, in hours: an hour, a day, three days, a week, thirty days. */
    private static final List<Integer> HOURS = List.of(1, 24, 72, 168, 720);

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private Muting muting;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageFormat format;

    private User user;
    private String why;

    /** A form that is sent back reads the page before it is shown, so everything is there from the beginning. */
    @PostConstruct
    void load() {
        user = outcome.orNull(() -> register.find(me.caller(), Parameters.get("number")));
    }

    public void open() {
        outcome.needed(user);
    }

    public void mute() {
        var hours = Math.max(0, Math.min(Parameters.number("hours"), 24L * 366));
        var until = Instant.now().plus(Duration.ofHours(hours));
        finish(() -> muting.mute(me.caller(), number(), until, why), "muted");
    }

    public void unmute() {
        finish(() -> muting.unmute(me.caller(), number()), "unmuted");
    }

    private void finish(Runnable act, String done) {
        if (outcome.attempt(act)) outcome.goDone(getBack(), done);
    }

    /** The report from which an official came; 0 if they came from the resident. */
    public long getReport() {
        return Parameters.number("report");
    }

    /** Where an official came from. */
    public String getBack() {
        return getReport() > 0 ? "/admin/report?id=" + getReport() : "/admin/user?number=" + format.query(number());
    }

    private static String number() {
        return Parameters.get("number");
    }

    public User getUser() {
        return user;
    }

    /** Until when they are muted; null if they are not. */
    public Instant getUntil() {
        return user == null || muted() == null ? null : muted().until();
    }

    /** The reason that is shown to them: what was typed, or else what was said before; empty for none. */
    public String getWhy() {
        if (why == null) why = user == null || muted() == null || muted().why() == null ? "" : muted().why();
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    private Mute muted() {
        return user.muted(Instant.now());
    }

    /** Officials cannot be muted. */
    public boolean isPossible() {
        return user != null && user.role() != Role.ADMIN;
    }

    public List<Integer> getHours() {
        return HOURS;
    }
}
