package org.hostelchat.cli;

import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** The program's version, from the jar's manifest. */
final class Version {
    private Version() {}

    static String text() {
        return "Hostel Chat "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElseGet(() -> CliWords.text("not-packaged"));
    }
}
