package org.hostelchat.form;

import jakarta.servlet.ServletRequest;

/** How a form came to the page that it is for. Only a fresh one may do anything; the others are shown, with their words in them. */
public enum FormState {
    FRESH,
    /** It was sent after the session had ended, and now stands before the person again who wrote it. */
    RESTORED,
    /** The same form was sent before, perhaps with other words, and that was done. */
    SENT_BEFORE;

    private static final String ATTRIBUTE = FormState.class.getName();
    private static final String UNCERTAIN = ATTRIBUTE + ".uncertain";
    private static final String QUESTION = ATTRIBUTE + ".question";

    /** How the form came that this request brings. */
    public static FormState of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof FormState state ? state : FRESH;
    }

    /** Notes that nobody can say whether what the form asked for was done: it is not to be done again without being asked anew. */
    public static void uncertain(ServletRequest request) {
        request.setAttribute(UNCERTAIN, true);
    }

    /** Notes that the form is answered with a question and has done nothing yet: it may be sent again as it is, or changed. */
    public static void question(ServletRequest request) {
        request.setAttribute(QUESTION, true);
    }

    static boolean isQuestion(ServletRequest request) {
        return request.getAttribute(QUESTION) != null;
    }

    static boolean isUncertain(ServletRequest request) {
        return request.getAttribute(UNCERTAIN) != null;
    }

    void keep(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
