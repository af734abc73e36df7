package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void aPasswordOfTheOfficeCanBeReadAloud() {
        for (int i = 0; i < 1000; i++) {
            var password = Secrets.newPassword();
            assertTrue(password.matches("([2-9a-z]{5}-){2}[2-9a-z]{5}"), password);
            assertFalse(password.matches(".*[0o1li].*"), password);
        }
    }

    @Test
    void noTwoSecretsAreTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            assertTrue(seen.add(Secrets.newToken()));
            assertTrue(seen.add(Secrets.newPassword()));
        }
    }

    @Test
    void aTokenHas256Bits() {
        assertEquals(43, Secrets.newToken().length());
    }

    @Test
    void secretsAreComparedWhole() {
        assertTrue(Secrets.same("abc", "abc"));
        assertFalse(Secrets.same("abc", "abd"));
        assertFalse(Secrets.same("abc", "abcd"));
    }
}
