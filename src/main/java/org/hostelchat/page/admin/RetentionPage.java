package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomChange;
import org.hostelchat.room.RoomUpkeep;
import org.hostelchat.room.Rooms;
import org.hostelchat.text.TextKey;

/** For how many days a room keeps its messages: of the common room, a notice's discussion, and every other room that officials may see. */
@Named
@RequestScoped
public class RetentionPage {

    @Inject
    private Me me;

    @Inject
    private Rooms rooms;

    @Inject
    private RoomUpkeep upkeep;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageWords words;

    private Room room;
    private String days = "";

    /** A form that is sent back reads the page before it is shown, so everything is there from the beginning. */
    @PostConstruct
    void load() {
        me.caller().requireAdmin();
        var found = outcome.orNull(() -> rooms.find(getId()));
        if (found == null || found.kind().isPrivate()) return;
        room = found;
        days = getShown();
    }

    public void open() {
        outcome.needed(room);
    }

    /** Stores what was typed, if it was edited. */
    public void save() {
        if (room == null) return;
        if (outcome.attempt(() -> {
            var edits = new FieldEdits();
            var typed = edits.of(words.get("retention.days"), "shown", TextKey.comparing(days), getShown());
            edits.refuseOvertaken();
            if (typed != null) upkeep.change(me.caller(), getId(), change(typed));
        })) outcome.go("/admin/retention?done=saved&id=" + getId());
    }

    /** @param typed empty for no end */
    private static RoomChange change(String typed) {
        // Anything that is no number of days is refused together with numbers that are out of range.
        Integer kept = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
        return new RoomChange(null, false, null, null, null, true, typed.isEmpty() ? null : kept, null);
    }

    /** The days that are stored; empty for no end. */
    public String getShown() {
        return room == null || room.retention() == null ? "" : room.retention().toString();
    }

    public long getId() {
        return Parameters.number("id");
    }

    public String getName() {
        return words.room(room.id(), room.name());
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days == null ? "" : days;
    }
}
