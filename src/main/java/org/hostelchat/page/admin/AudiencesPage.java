package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.room.Audience;
import org.hostelchat.room.AudienceRooms;

/** The rooms that follow the register. */
@Named
@RequestScoped
public class AudiencesPage {

    @Inject
    private Me me;

    @Inject
    private AudienceRooms rooms;

    @Inject
    private PageWords words;

    private List<AudienceRooms.Listed> found = List.of();

    public void open() {
        found = rooms.list(me.caller());
    }

    public List<AudienceRooms.Listed> getFound() {
        return found;
    }

    /** Such as {@code Wing: A, B · Year: 1}. */
    public String whom(Audience audience) {
        return audience.columns().entrySet().stream()
                .map(entry -> words.get("column." + entry.getKey().code()) + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
