package org.hostelchat.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.auth.EndedSession;
import org.hostelchat.auth.RequestSession;
import org.junit.jupiter.api.Test;

/** Whose forms are encrypted, and from where an encrypted form is accepted. */
class UnsentFormsTest {

    private static final long WARDEN = 7;
    private static final String TOKEN = WARDEN + "." + "a".repeat(22);

    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpServletResponse response = fake(HttpServletResponse.class, Map.of());

    /** Answers what it is told to, whatever the arguments, and nothing else. */
    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    private HttpServletRequest request(String method, Map<String, String> parameters) {
        var all = new HashMap<String, String[]>();
        parameters.forEach((name, value) -> all.put(name, new String[] {value}));
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getContentType" -> "application/x-www-form-urlencoded";
                    case "getServletPath" -> "/admin/post";
                    case "getParameter" -> parameters.get((String) arguments[0]);
                    case "getParameterMap" -> all;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getRequestDispatcher" -> fake(RequestDispatcher.class, Map.of());
                    default -> null;
                });
    }

    private static UnsentForms after(Optional<EndedSession> ended) {
        return new UnsentForms(
                fake(RequestSession.class, Map.of("ended", ended, "signedOut", Optional.empty())), Clock.systemUTC());
    }

    private static Optional<EndedSession> sessionOf(Long user) {
        return Optional.of(new EndedSession() {
            @Override
            public Long userId() {
                return user;
            }
        });
    }

    private boolean asks(UnsentForms forms, String token) throws IOException, ServletException {
        attributes.clear();
        return forms.askToSignIn(
                request("POST", Map.of(FormToken.FIELD, token, FormParameters.VIEW, "stateless", "text", "Words")),
                response);
    }

    @Test
    void wordsAreSealedOnlyForWhoseSessionHasEnded() throws IOException, ServletException {
        assertTrue(asks(after(sessionOf(WARDEN)), TOKEN));
        assertEquals(1, attributes.size());
        assertFalse(asks(after(Optional.empty()), TOKEN), "a stranger who writes the warden's number into a token");
        assertFalse(asks(after(sessionOf(8L)), TOKEN), "a student whose own session has ended");
        assertFalse(asks(after(sessionOf(null)), TOKEN), "the account is erased");
        assertFalse(asks(after(sessionOf(WARDEN)), "0." + "a".repeat(22)), "a page that was made for nobody");
        assertTrue(attributes.isEmpty());
    }

    @Test
    void aSealIsTakenFromTheSignInFormOnlyAndOnlyIfItOpens() throws IOException, ServletException {
        var forms = after(sessionOf(WARDEN));
        asks(forms, TOKEN);
        var sealed = (String) attributes.values().iterator().next();
        assertEquals(sealed, forms.sealed(request("GET", Map.of())), "in the answer to the form itself");
        attributes.clear();
        assertEquals(sealed, forms.sealed(request("POST", Map.of(UnsentForms.FIELD, sealed))));
        assertEquals("", forms.sealed(request("GET", Map.of(UnsentForms.FIELD, sealed))), "from an address");
        assertEquals("", forms.sealed(request("POST", Map.of(UnsentForms.FIELD, "anything"))));
        assertEquals("", forms.sealed(request("POST", Map.of())));
    }
}
