package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataGridTest {

    private static final String PASSWORD = "hostel.database.password";

    @BeforeEach
    void withPassword() {
        System.setProperty(PASSWORD, "between the two banyans");
    }

    @AfterEach
    void withoutPassword() {
        System.clearProperty(PASSWORD);
    }

    private static DataGrid grid(String... words) {
        return DataGrid.of(Options.of(List.of(words), Map.of()));
    }

    @Test
    void withoutMembersThereIsNone() {
        assertNull(grid("--cluster-interface", "127.0.0.1", "--cluster-port", "6901"));
    }

    @Test
    void itConnectsToItsMembersAloneAndIsNamedByTheDatabasesPassword() {
        var grid = grid("--members", "10.9.0.1:6900, [fd00::2]:6900", "--cluster-interface", "127.0.0.1");
        assertEquals("tcpip:10.9.0.1:6900,[fd00::2]:6900", grid.arguments().get(1));
        var named = grid.arguments();
        assertEquals(named, grid.arguments());
        assertFalse(named.toString().contains("banyans"));
        System.setProperty(PASSWORD, "another");
        assertNotEquals(named, grid.arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.9.0.1", "10.9.0.1:0", "10.9.0.1:70000", ":6900", "a b:6900", "10.9.0.1:6900,", "x:1;y:2"})
    void whatIsNoMemberIsRefused(String members) {
        assertThrows(WrongUse.class, () -> grid("--members", members, "--cluster-interface", "127.0.0.1"));
    }

    @Test
    void itNeedsAnInterfaceAndAPassword() {
        assertThrows(WrongUse.class, () -> grid("--members", "10.9.0.1:6900"));
        System.clearProperty(PASSWORD);
        assertThrows(WrongUse.class, () -> grid("--members", "10.9.0.1:6900", "--cluster-interface", "127.0.0.1"));
    }

    @Test
    void itDoesNotListenEverywhere() {
        var grid = grid("--members", "10.9.0.1:6900", "--cluster-interface", "0.0.0.0");
        assertThrows(CannotStart.class, () -> grid.check(new Listener("--port", "127.0.0.1", 8080)));
    }
}
