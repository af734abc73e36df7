package org.hostelchat.cli;

import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** Which version of the program this is: that of the build, as the jar's manifest has it. */
final class Version {
    private Version() {}

    static String text() {
        return "Hostel Chat "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElseGet(() -> CliWords.text("not-packaged"));
    }
}
