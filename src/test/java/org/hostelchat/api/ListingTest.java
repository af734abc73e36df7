package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.hostelchat.csv.CsvRows;
import org.hostelchat.room.DirectoryEntry;
import org.hostelchat.wire.RoomForms;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final String HEADER = "id,name,topic,members,joined\r\n";

    @Test
    void goesOnToTheEndOfTheListUnlessOnePageWasAskedFor() throws IOException {
        assertEquals(HEADER + "1,n,,2,false\r\n2,n,,2,false\r\n3,n,,2,false\r\n", csv(page(1), false));
        assertEquals(HEADER + "1,n,,2,false\r\n", csv(page(1), true));
    }

    @Test
    void hasItsHeaderWithoutRowsToo() throws IOException {
        assertEquals(HEADER, csv(new Listing<>(RoomForms.DIRECTORY_ENTRY, List.of(), null, null), false));
    }

    @Test
    void endsBeforeTheItemThatWasReadTooMuch() {
        var read = List.of(room(1), room(2), room(3));
        var page = Listing.of(RoomForms.DIRECTORY_ENTRY, read, 2, DirectoryEntry::id, next -> null);
        assertEquals(read.subList(0, 2), page.items());
        assertEquals(2L, page.next());
    }

    private static Listing<DirectoryEntry> page(long id) {
        return new Listing<>(
                RoomForms.DIRECTORY_ENTRY, List.of(room(id)), id < 3 ? id : null, next -> page((long) next + 1));
    }

    private static DirectoryEntry room(long id) {
        return new DirectoryEntry(id, "n", null, 2, false);
    }

    private static String csv(Listing<?> listing, boolean onlyThisPage) throws IOException {
        var out = new StringWriter();
        listing.write(CsvRows.to(out), onlyThisPage);
        return out.toString();
    }
}
