package org.hostelchat.language;

/**
 * The language of the current request. Implemented where accounts and cookies are known; request-scoped, so an injected
 * proxy answers for the current request.
 */
public interface RequestLanguage {

    /**
     * The language of a page: the reader's choice, stored with the account or on the device; else the browser's; else
     * the configured one.
     */
    Language ofPage();

    /**
     * The language of answers to a program: the one that its request asks for, if offered; else that of the person whose session
     * it uses; else English.
     */
    Language ofProgram();

    /** Stores the choice on this device. */
    void choose(Language language);
}
