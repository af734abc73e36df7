package org.hostelchat.cli;

/** How a call ends. Scripts rely on the numbers. */
enum Exit {
    DONE(0),
    REFUSED(1),
    WRONG_USE(2),
    UNREACHABLE(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
