package org.hostelchat.room;

import java.nio.file.Path;
import org.hostelchat.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Gives each test of rooms a hostel of its own. Subclasses say {@code @EachEngine}. */
abstract class RoomTest {

    @TempDir
    private Path folder;

    @Parameter
    Engine engine;

    RoomFixture house;

    @BeforeEach
    void open() {
        house = new RoomFixture(engine, folder);
    }

    @AfterEach
    void close() {
        if (house != null) house.close();
    }
}
