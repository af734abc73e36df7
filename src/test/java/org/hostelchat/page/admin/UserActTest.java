package org.hostelchat.page.admin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.hostelchat.language.Language;
import org.hostelchat.language.Words;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.User;
import org.junit.jupiter.api.Test;

class UserActTest {

    private static User user(Role role) {
        return new User("மீனா", "CS/1", role, Instant.EPOCH);
    }

    @Test
    void thePasswordIsAskedForWhereSomebodyComesIntoOffice() {
        assertTrue(UserAct.REACTIVATE.asksForPassword(user(Role.ADMIN)));
        assertFalse(UserAct.REACTIVATE.asksForPassword(user(Role.STUDENT)));
        assertTrue(UserAct.MAKE_ADMIN.asksForPassword(user(Role.STUDENT)));
    }

    @Test
    void itIsSaidWhatOfficialsDoNotRead() {
        assertTrue(Words.PAGES
                .template(Language.EN, UserAct.MAKE_ADMIN.key() + ".consequence")
                .contains("can’t read groups and direct messages"));
    }

    @Test
    void aFormThatWasOpenedForSomebodyElseIsRefused() {
        var meena = user(Role.STUDENT);
        assertDoesNotThrow(() -> FormSubject.require(meena, meena.id()));
        var refusal = assertThrows(Refusal.Conflict.class, () -> FormSubject.require(meena, meena.id() + 1));
        assertEquals("conflict", refusal.slug());
        assertTrue(refusal.getMessage().contains("CS/1 is the number of மீனா"), refusal.getMessage());
    }
}
