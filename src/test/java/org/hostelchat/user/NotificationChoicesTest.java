package org.hostelchat.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@EachEngine
class NotificationChoicesTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private ChangeLog changes;
    private NotificationChoices choices;
    private Caller asha;
    private Caller ravi;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        changes = new ChangeLog(database);
        choices = new NotificationChoices(database, changes);
        asha = database.resident("आशा", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoHasChosenNothingHearsOfMentionsAndDirectMessages() {
        var choice = choices.of(asha);
        assertEquals(NotificationLevel.MENTIONS, choice.level());
        assertTrue(choice.sound());
        assertTrue(choice.words());
        assertNull(choice.quiet());
    }

    @Test
    void aChoiceIsThePersonsOwnAndTheLastOneHolds() {
        choices.choose(
                asha, new NotificationChoice(NotificationLevel.ALL, true, false, QuietHours.of("22:00", "06:30")));
        assertEquals(QuietHours.of("22:00", "06:30"), choices.of(asha).quiet());
        choices.choose(asha, new NotificationChoice(NotificationLevel.NOTHING, false, true, null));

        assertEquals(NotificationLevel.NOTHING, choices.of(asha).level());
        assertFalse(choices.of(asha).sound());
        assertNull(choices.of(asha).quiet());
        assertEquals(NotificationLevel.MENTIONS, choices.of(ravi).level());
    }

    @Test
    void eachChoiceIsInTheLogOfChanges() {
        choices.choose(asha, new NotificationChoice(NotificationLevel.ALL, true, true, null));
        Stream<Change> logged = changes.after(0).stream().map(LoggedChange::change);
        assertEquals(List.of(new Change.SettingsChanged(asha.id())), logged.toList());
    }

    @Test
    void whoHasNoAccountHasNoChoice() {
        var choice = new NotificationChoice(NotificationLevel.ALL, true, true, null);
        assertThrows(Refusal.NotAllowed.class, () -> choices.of(Caller.OPERATOR));
        assertThrows(Refusal.NotAllowed.class, () -> choices.choose(Caller.OPERATOR, choice));
        database.write(em -> {
            em.remove(em.find(User.class, asha.id()));
            return asha;
        });
        assertThrows(Refusal.NotSignedIn.class, () -> choices.choose(asha, choice));
    }
}
