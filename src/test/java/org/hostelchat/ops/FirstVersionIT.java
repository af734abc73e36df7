package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.io.TempDir;

/** A data folder of the first version, with SQLite in it. */
class FirstVersionIT extends FirstVersionContractIT {

    // Static: the server is started before there is any test.
    @TempDir
    private static Path folder;

    @Override
    void restore() throws IOException {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.copy(FIXTURES.resolve("hostel.sqlite"), data.resolve("hostel.db"));
    }

    @Override
    HostelServer.Setup server() {
        return HostelServer.with().data(folder.resolve("data"));
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/hostel.db"));
    }

    @Override
    void assertSound() throws SQLException {
        assertEquals(List.of("ok"), rows("pragma integrity_check"));
        assertEquals(List.of(), rows("pragma foreign_key_check"));
    }
}
