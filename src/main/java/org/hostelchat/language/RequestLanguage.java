package org.hostelchat.language;

/**
 * The language of the present request. Whoever implements it takes care of accounts and cookies; it is request-scoped, so that what is
 * injected speaks for whatever request is under way.
 */
public interface RequestLanguage {

    /**
     * In which a page speaks: as its reader has chosen, with their account or on this device; else as the browser asks; else as the
     * hostel is configured.
     */
    Language ofPage();

    /** In which a program is answered: as its request asks, in a language of ours; else in English. */
    Language ofProgram();

    /** Keeps the choice on this device. */
    void choose(Language language);
}
