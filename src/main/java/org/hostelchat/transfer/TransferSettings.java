package org.hostelchat.transfer;

import java.nio.file.Path;

/**
 * Provided by {@code platform}.
 *
 * @param handover where the command line puts the file that is to be imported; the name is also in {@code cli.Handover}
 * @param program the version of this program
 */
public record TransferSettings(Path handover, String program) {}
