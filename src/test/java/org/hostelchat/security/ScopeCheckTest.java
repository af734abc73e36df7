package org.hostelchat.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hostelchat.auth.TokenScope;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeCheckTest {

    private static void read(String path) {
        ScopeCheck.check(
                TokenScope.READ, RequestArea.API, FakeRequest.of("GET", path).build());
    }

    /** Each of them may be answered with initial passwords, which are given once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/register/imports/7/slips",
                "/api/register/imports/7/slips/",
                "/api/register/imports/7/slips//",
                "/api/register/imports/7//slips",
                "/api/register/imports/7/slips;x=1",
                "/api/register/imports/7/slips;x=1/",
                "/api/register/imports/7;x=1/slips/;y"
            })
    void slipsAreNotGivenToWhoMayOnlyRead(String path) {
        assertThrows(Refusal.NotAllowed.class, () -> read(path));
    }

    @Test
    void otherPathsOfImportsMayBeRead() {
        assertDoesNotThrow(() -> read("/api/register/imports/7"));
        assertDoesNotThrow(() -> read("/api/register/imports/7/rows/"));
    }
}
