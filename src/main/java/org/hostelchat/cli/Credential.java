package org.hostelchat.cli;

/**
 * What is sent with every call.
 *
 * @param secret visible ASCII
 * @param origin what it is and where it came from, in words, without the secret
 */
record Credential(String secret, String origin) {
    Credential {
        if (!secret.matches("[!-~]{1,512}")) {
            throw Failure.wrongUse("Not usable: " + origin + ". It should be one word of letters, digits and signs.");
        }
    }

    @Override
    public String toString() {
        return origin;
    }
}
