package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.list;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.hostelchat.search.Hit;
import org.hostelchat.search.Mark;
import org.hostelchat.search.SearchPage;

/** What was found. */
public final class SearchForms {

    /** Pairs of where each place begins and how long it is. */
    private static final FieldType<List<Mark>> MARKS = new FieldType<>() {
        @Override
        public void write(JsonGenerator json, String name, List<Mark> marks) {
            json.writeStartArray(name);
            for (var mark : marks) {
                json.writeStartArray().write(mark.start()).write(mark.length()).writeEnd();
            }
            json.writeEnd();
        }
    };

    /** A message that was found, with the names that a reader outside of its room needs. */
    private static final ObjectForm<Hit> HIT = ObjectForm.<Hit>empty()
            .with("room", NUMBER, Hit::room)
            .with("roomName", TEXT, Hit::roomName)
            .with("seq", NUMBER, Hit::seq)
            .with("by", NUMBER, Hit::by)
            .with("name", TEXT, Hit::name)
            .with("at", TIME, Hit::at)
            .with("body", TEXT, Hit::body)
            .with("marks", MARKS, Hit::marks)
            .with("files", FileForms.FILES, Hit::files);

    /** Some of what was found. */
    public static final ObjectForm<SearchPage> PAGE = ObjectForm.<SearchPage>empty()
            .with("items", list(HIT), SearchPage::items)
            .with("next", NUMBER, SearchPage::next);

    private SearchForms() {}
}
