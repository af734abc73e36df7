package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hostelchat.language.Phrase;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Audience;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.room.Posting;
import org.hostelchat.room.RoomChange;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomUpkeep;

/** Makes or changes a room that follows the register: columns and values are picked, and shown whom they name. */
@Named
@RequestScoped
public class AudiencePage {

    /** How many of those who would be in it are named. */
    private static final int SOME = 30;

    /** In front of the hidden fields that say what was ticked. */
    private static final String SHOWN = "shown-";

    /** A value that was ticked when the form was first shown, by the name of its hidden field. */
    public record Shown(String field, String value) {}

    @Inject
    private Me me;

    @Inject
    private AudienceRooms rooms;

    @Inject
    private RoomUpkeep upkeep;

    @Inject
    private FormOutcome outcome;

    private AudienceRooms.Listed changing;
    private AudienceRooms.Preview preview;
    private String name = "";
    private boolean announcing;
    private boolean sure;

    /** A form that is sent back reads the page before it is shown, so everything is there from the beginning. */
    @PostConstruct
    void load() {
        if (getId() == 0) return;
        changing = outcome.orNull(() -> rooms.find(me.caller(), getId()));
        if (changing == null) return;
        name = changing.room().name();
        announcing = changing.room().posting() == Posting.OFFICIALS;
    }

    public void open() {
        if (getId() != 0) outcome.needed(changing);
    }

    public void look() {
        outcome.attempt(() -> preview = rooms.preview(me.caller(), asked(), SOME));
        // Nothing was done yet: the same form may be sent again.
        FormOutcome.question();
    }

    public void save() {
        if (outcome.attempt(() -> {
            if (getId() == 0) {
                var draft = new RoomDraft(RoomKind.AUDIENCE, name, null, posting(), true, List.of(), asked());
                rooms.make(me.caller(), draft);
            } else {
                change();
            }
        })) outcome.go("/admin/rooms?kind=AUDIENCE&done=" + (getId() == 0 ? "room-made" : "saved"));
    }

    /** Stores only what was edited: another official may have changed the rest since the form was shown. */
    private void change() {
        var newName = name.strip().equals(getShownName()) ? null : name;
        var newPosting = announcing == isShownAnnouncing() ? null : posting();
        var newAudience = sets(ticked()).equals(sets(shown())) ? null : asked();
        if (newName == null && newPosting == null && newAudience == null) return;
        upkeep.change(me.caller(), getId(), new RoomChange(newName, false, null, newPosting, null, newAudience));
    }

    private Posting posting() {
        return announcing ? Posting.OFFICIALS : Posting.ALL;
    }

    private static Map<String, Set<String>> sets(Map<String, List<String>> values) {
        var sets = new LinkedHashMap<String, Set<String>>();
        values.forEach((column, some) -> sets.put(column, new TreeSet<>(some)));
        return sets;
    }

    /** Closes the room, if the box beside the button is ticked as well: this cannot be taken back. */
    public void close() {
        if (outcome.attempt(() -> {
            if (!sure) throw new Refusal.Unacceptable("not-sure", "sure", Phrase.of("room.close-not-sure"));
            upkeep.close(me.caller(), getId());
        })) outcome.go("/admin/rooms?kind=AUDIENCE&done=room-closed");
    }

    private static Audience asked() {
        return Audience.of(ticked());
    }

    private static Map<String, List<String>> ticked() {
        return AudienceChoice.sent("");
    }

    /** The values that the form showed as ticked, whatever was changed since. */
    private Map<String, List<String>> shown() {
        if (Parameters.isPost()) return AudienceChoice.sent(SHOWN);
        return changing == null ? Map.of() : changing.audience().byCode();
    }

    /** The columns that have values, with those ticked that were chosen. */
    public List<AudienceChoice.Column> getColumns() {
        var chosen = Parameters.isPost() || changing == null
                ? ticked()
                : changing.audience().byCode();
        return AudienceChoice.columns(rooms.values(me.caller()), chosen);
    }

    /** The room's number; 0 for one that is to be made. */
    public long getId() {
        return Parameters.number("id");
    }

    public AudienceRooms.Preview getPreview() {
        return preview;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    /** The name that the form showed first. */
    public String getShownName() {
        if (Parameters.isPost()) return Parameters.get("shownName");
        return changing == null ? "" : changing.room().name();
    }

    /** Whether the form showed first that only officials write. */
    public boolean isShownAnnouncing() {
        if (Parameters.isPost()) return Parameters.get("shownAnnouncing").equals("true");
        return changing != null && changing.room().posting() == Posting.OFFICIALS;
    }

    public List<Shown> getShown() {
        return shown().entrySet().stream()
                .flatMap(column -> column.getValue().stream().map(value -> new Shown(SHOWN + column.getKey(), value)))
                .toList();
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }

    public boolean isAnnouncing() {
        return announcing;
    }

    public void setAnnouncing(boolean announcing) {
        this.announcing = announcing;
    }
}
