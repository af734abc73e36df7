package org.hostelchat.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hostelchat.auth.SignedIn;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteTest {

    private static final SignedIn ASHA = new SignedIn(new Caller(7, "Asha", Role.STUDENT, false), "s");
    private static final String OURS = "http://chat.hostel:8080";

    private static void check(FakeRequest request, SignedIn who) {
        check(request, who, who != null);
    }

    private static void check(FakeRequest request, SignedIn who, boolean byCookie) {
        var built = request.build();
        var identity = new Identity(Origin.of(built, new TrustedProxies("")), who, byCookie);
        CrossSite.check(RequestArea.of(built), built, identity);
    }

    private static void passes(FakeRequest request, SignedIn who) {
        assertDoesNotThrow(() -> check(request, who));
    }

    private static void refused(FakeRequest request, SignedIn who) {
        var refusal = assertThrows(Refusal.NotAllowed.class, () -> check(request, who));
        assertEquals("foreign-origin", refusal.slug());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aChangeByCookieProvesWhereItComesFrom(String method) {
        refused(FakeRequest.of(method, "/api/me"), ASHA);
        refused(FakeRequest.of(method, "/notices"), ASHA);
        refused(FakeRequest.of(method, "/api/me").header("Origin", "http://evil.example"), ASHA);
        refused(FakeRequest.of(method, "/api/me").header("Origin", "null"), ASHA);
        passes(FakeRequest.of(method, "/api/me").header("Origin", OURS), ASHA);
        passes(FakeRequest.of(method, "/api/me").header("Sec-Fetch-Site", "same-origin"), ASHA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "none", ""})
    void otherOriginsOfTheSameSiteAreForeign(String site) {
        refused(FakeRequest.of("POST", "/api/me").header("Sec-Fetch-Site", site), ASHA);
    }

    @Test
    void aForeignOriginIsNotMadeGoodByTheOtherHeader() {
        refused(
                FakeRequest.of("POST", "/api/me")
                        .header("Origin", "http://evil.example")
                        .header("Sec-Fetch-Site", "same-origin"),
                ASHA);
    }

    @Test
    void readingNeedsNoProof() {
        passes(FakeRequest.of("GET", "/api/me").header("Origin", "http://evil.example"), ASHA);
        passes(FakeRequest.of("HEAD", "/api/me"), ASHA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void aFormInTheAddressOfAReadIsFound(String method) {
        assertTrue(CrossSite.isFormInAddress(FakeRequest.of(method, "/admin/act")
                .parameter("jakarta.faces.ViewState", "")
                .build()));
        assertFalse(CrossSite.isFormInAddress(FakeRequest.of(method, "/admin/act")
                .parameter("act", "make-admin")
                .build()));
    }

    @Test
    void aPostedFormIsNoFormInAnAddress() {
        assertFalse(CrossSite.isFormInAddress(FakeRequest.of("POST", "/admin/act")
                .parameter("jakarta.faces.ViewState", "stateless")
                .build()));
    }

    @Test
    void whoShowsATokenOfOursNeedNoProof() {
        var request = FakeRequest.of("DELETE", "/api/me")
                .header("Authorization", "Bearer x")
                .header("Origin", "http://evil.example");
        assertDoesNotThrow(() -> check(request, ASHA, false));
    }

    /** Browsers send passwords and tickets by themselves, and what opens nothing proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "Digest x", "Negotiate x", "NTLM x", "Bearer x", "", "x"})
    void anyOtherAuthorizationProvesNothing(String authorization) {
        for (var path : new String[] {"/login", "/api/session", "/api/me", "/notices"}) {
            var foreign = FakeRequest.of("POST", path)
                    .header("Authorization", authorization)
                    .header("Origin", "http://evil.example");
            refused(foreign, ASHA);
            refused(foreign, null);
        }
    }

    @Test
    void scriptsSignInWithoutProofButNoOtherSiteDoes() {
        passes(FakeRequest.of("POST", "/api/session"), null);
        passes(FakeRequest.of("POST", "/api/session"), ASHA);
        passes(FakeRequest.of("POST", "/login"), null);
        refused(FakeRequest.of("POST", "/api/session").header("Origin", "http://evil.example"), null);
        refused(FakeRequest.of("POST", "/login").header("Sec-Fetch-Site", "cross-site"), null);
    }

    @Test
    void aSocketIsOpenedByOurPagesOrByAScript() {
        passes(FakeRequest.of("GET", "/live").header("Origin", OURS), ASHA);
        passes(FakeRequest.of("GET", "/live"), ASHA);
        refused(FakeRequest.of("GET", "/live").header("Origin", "http://evil.example"), ASHA);
        refused(FakeRequest.of("GET", "/live").header("Origin", "null"), ASHA);
        refused(
                FakeRequest.of("GET", "/live")
                        .header("Origin", "http://evil.example")
                        .header("Authorization", "Bearer x"),
                ASHA);
    }
}
