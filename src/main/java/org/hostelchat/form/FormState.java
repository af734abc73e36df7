package org.hostelchat.form;

import jakarta.servlet.ServletRequest;

/** How a form came to the page. Only a fresh one may have an effect; others are shown with their content filled in. */
public enum FormState {
    FRESH,
    /** It was sent after the session had ended, and is shown again to the person who wrote it. */
    RESTORED,
    /** The same form was sent before, perhaps with other content, and was executed. */
    SENT_BEFORE;

    private static final String ATTRIBUTE = FormState.class.getName();
    private static final String UNCERTAIN = ATTRIBUTE + ".uncertain";
    private static final String QUESTION = ATTRIBUTE + ".question";

    /** The state of the form in this request. */
    public static FormState of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof FormState state ? state : FRESH;
    }

    /** Marks the form's effect as unknown: it must not be repeated without asking the user. */
    public static void uncertain(ServletRequest request) {
        request.setAttribute(UNCERTAIN, true);
    }

    /** Marks the response as a question, without any effect yet: the form may be sent again, changed or not. */
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
