package org.hostelchat.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.hostelchat.auth.RequestSession;

/**
 * Creates a token for each form of each page, by which repetitions are recognised: the id of the account for which the
 * page was rendered (0 for none), and 128 random bits. Not a secret and not used for authentication.
 */
@Named
@RequestScoped
public class FormToken {

    /** The name of the form's field. */
    public static final String FIELD = "once";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.[A-Za-z0-9_-]{22}");

    @Inject
    private RequestSession requestSession;

    /** A new token at each call. */
    public String getNext() {
        var owner = requestSession.who().map(who -> who.caller().id()).orElse(0L);
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return owner + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The account for which the page was rendered; empty if the text is not a token. */
    static OptionalLong owner(String token) {
        if (token == null) return OptionalLong.empty();
        var form = FORM.matcher(token);
        return form.matches() ? OptionalLong.of(Long.parseLong(form.group(1))) : OptionalLong.empty();
    }
}
