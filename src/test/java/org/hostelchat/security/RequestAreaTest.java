package org.hostelchat.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.hostelchat.form.LocalPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAreaTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /, FRONT",
        "GET, '', FRONT",
        "GET, /login, LOGIN",
        "GET, /login.xhtml, PAGE",
        "GET, /loginx, PAGE",
        "GET, /setup, SETUP",
        "GET, /password, PASSWORD",
        "GET, /chat, PAGE",
        "GET, /rooms/7, PAGE",
        "GET, /whatever, PAGE",
        "GET, /assets/1/css/x.css, OPEN",
        "GET, /assetsx, PAGE",
        "GET, /health, OPEN",
        "GET, /health/live, OPEN",
        "GET, /healthy, PAGE",
        "GET, /metrics, METERS",
        "GET, /metrics/base, METERS",
        "GET, /openapi, METERS",
        "GET, /live, SOCKET",
        "GET, /api/me, API",
        "GET, /api/session, API",
        "POST, /api/session, SIGN_IN",
        "POST, /api/session/, API",
        "DELETE, /api/session, API",
        "GET, /admin, ADMIN_PAGE",
        "GET, /admin/, ADMIN_PAGE",
        "GET, /admin/users, ADMIN_PAGE",
        "GET, /administer, PAGE"
    })
    void everyPathIsSomewhereAndWhatNobodyThoughtOfIsClosed(String method, String path, RequestArea place) {
        assertEquals(place, RequestArea.of(method, path));
    }

    @Test
    void onlyProgramsPutAndDelete() {
        assertTrue(RequestArea.API.methods().contains("DELETE"));
        for (var place : EnumSet.complementOf(EnumSet.of(RequestArea.API, RequestArea.SIGN_IN))) {
            assertFalse(place.methods().contains("PUT"), place.name());
            assertTrue(place.methods().containsAll(List.of("GET", "HEAD")), place.name());
        }
        assertFalse(RequestArea.OPEN.methods().contains("POST"));
        assertTrue(RequestArea.LOGIN.methods().contains("POST"), "forms come that way");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chat",
                "/rooms/7?after=3",
                "/admin/users?text=asha+rao&after=2",
                "/notices#3",
                "/admin/messages?text=what's%20up!&(x)*,;$|{}"
            })
    void onesWayIsFollowedWithinTheHouse(String wanted) {
        assertTrue(LocalPath.isLocal(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/chat\nSet-Cookie: a=b",
                "/\t/evil.example",
                "/chat\"onload=",
                "/login?next=/login",
                "/api/me",
                "/ü"
            })
    void andNeverOutOfIt(String wanted) {
        assertFalse(LocalPath.isLocal(wanted));
    }
}
