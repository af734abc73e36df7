package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static Optional<String> problem(String password) {
        return PasswordRules.problem(password, "Asha Rao", "2019/CS/101", "Ganga House")
                .map(Phrase::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "aaaaaaaaab",
                "पासवर्ड बहुत लंबा है",
                "😀😁😂😃😄😅😆😇😈😉",
                "Asha Rao likes long walks",
                "the hostel's password is a walk",
                "  leading spaces count  "
            })
    void longOnesWillDo(String password) {
        assertEquals(Optional.empty(), problem(password));
    }

    @Test
    void sixtyFourAndMoreCharactersAreWelcome() {
        assertTrue(problem("correct horse ".repeat(5)).isEmpty());
        assertTrue(problem("x".repeat(256)).isEmpty());
        assertTrue(problem("x".repeat(257)).isPresent());
        assertTrue(problem("x".repeat(1_000_000)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "123456789", "😀😁😂😃😄😅😆😇😈"})
    void shortPasswordsAreRefused(String password) {
        assertTrue(problem(password).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asha Rao 1234",
                "asharao12345",
                "ASHA.RAO-2001",
                "2019/CS/101!",
                "asha rao 2019/cs/101",
                "2019cs101-ok",
                "Ganga House 2026",
                "ganga-house1",
                "GangaHouseHostel",
                "hostelchat123",
                "Hostel-Chat-26",
                "my password 1",
                "ｈｏｓｔｅｌ12345",
                "Asha  Rao",
                "asha\u00a0\u00a0rao 123",
                "A\u200csha\u200b Rao 1",
                "2019–CS–101!",
                "२०१९/CS/१०१!"
            })
    void whatEverybodyKnowsDoesNotCount(String password) {
        assertTrue(problem(password).isPresent(), password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password123", "Password123", "qwertyuiop", "1234567890", "ｐａｓｓｗｏｒｄ１２３"})
    void commonOnesAreRefused(String password) {
        assertTrue(problem(password).isPresent(), password);
    }

    @Test
    void unpairedSurrogatesAreRefused() {
        assertTrue(problem("correct horse \uD83D").isPresent());
        assertTrue(problem("correct horse \u0000").isPresent());
    }

    @Test
    void aPasswordOfTheOfficePassesItsOwnRules() {
        assertEquals(Optional.empty(), problem(Secrets.newPassword()));
    }
}
