package org.hostelchat.attachment;

import java.io.IOException;

/** What begins like a picture is none that can be shown; it is kept as any other file. */
final class NotAPicture extends IOException {

    private static final long serialVersionUID = 1;

    NotAPicture(String why) {
        super(why);
    }
}
