package org.hostelchat.cli;

import org.hostelchat.cli.text.CliWords;

/**
 * The bearer token that is sent with every call.
 *
 * @param secret visible ASCII
 * @param origin a description of what it is and where it was found, without the secret
 */
record Credential(String secret, String origin) {
    Credential {
        if (!secret.matches("[!-~]{1,512}")) {
            throw Failure.wrongUse(CliWords.text("credential.unusable", "origin", origin));
        }
    }

    @Override
    public String toString() {
        return origin;
    }
}
