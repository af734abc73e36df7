package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;
import org.hostelchat.room.Audience;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.room.Posting;
import org.hostelchat.room.RoomChange;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomUpkeep;
import org.hostelchat.user.RegisterColumn;

/** Makes or changes a room that follows the register: columns and values are picked, and shown whom they name. */
@Named
@RequestScoped
public class AudiencePage {

    /** How many of those who would be in it are named. */
    private static final int SOME = 30;

    /** A value to tick. */
    public record Offered(String value, boolean chosen) {}

    /** A column with its values to tick. */
    public record Column(String code, List<Offered> offered) {}

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
        var posting = announcing ? Posting.OFFICIALS : Posting.ALL;
        if (outcome.attempt(() -> {
            if (getId() == 0) {
                var draft = new RoomDraft(RoomKind.AUDIENCE, name, null, posting, true, List.of(), asked());
                rooms.make(me.caller(), draft);
            } else {
                upkeep.change(me.caller(), getId(), new RoomChange(name, false, null, posting, null, asked()));
            }
        })) outcome.go("/admin/rooms?done=" + (getId() == 0 ? "room-made" : "saved"));
    }

    public void close() {
        if (outcome.attempt(() -> upkeep.close(me.caller(), getId()))) outcome.go("/admin/rooms?done=room-closed");
    }

    private static Audience asked() {
        return Audience.of(ticked());
    }

    private static Map<String, List<String>> ticked() {
        var sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        var ticked = new LinkedHashMap<String, List<String>>();
        for (var column : RegisterColumn.OF_GROUPS) {
            var values = sent.get(column.code());
            if (values != null) ticked.put(column.code(), List.of(values));
        }
        return ticked;
    }

    /** The columns that have values, with those ticked that were chosen. */
    public List<Column> getColumns() {
        var chosen = Parameters.isPost() || changing == null
                ? ticked()
                : changing.audience().byCode();
        return rooms.values(me.caller()).entrySet().stream()
                .map(entry -> column(entry.getKey().code(), entry.getValue(), chosen))
                .filter(column -> !column.offered().isEmpty())
                .toList();
    }

    private static Column column(String code, List<String> values, Map<String, List<String>> chosen) {
        var ticked = chosen.getOrDefault(code, List.of());
        // A value that nobody has any more stays as long as it is ticked.
        var offered = new LinkedHashMap<String, Offered>();
        values.forEach(value -> offered.put(value, new Offered(value, ticked.contains(value))));
        ticked.forEach(value -> offered.putIfAbsent(value, new Offered(value, true)));
        return new Column(code, List.copyOf(offered.values()));
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

    public boolean isAnnouncing() {
        return announcing;
    }

    public void setAnnouncing(boolean announcing) {
        this.announcing = announcing;
    }
}
