package org.hostelchat.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes what a form is known by when it comes again: a new one for each form of each page that is shown. No secret: it only
 * has to be nobody else's.
 */
@Named
@ApplicationScoped
public class FormToken {

    /** The name of the form's field. */
    public static final String FIELD = "once";

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();

    /** Another one each time. */
    public String getNext() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isOne(String text) {
        return text != null && FORM.matcher(text).matches();
    }
}
