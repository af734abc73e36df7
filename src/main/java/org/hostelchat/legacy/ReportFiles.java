package org.hostelchat.legacy;

/** A port: opens the file that the command line has put into the data folder. Provided by {@code platform}. */
public interface ReportFiles {

    /**
     * Opens it for reading; nothing is ever written to it.
     *
     * @throws org.hostelchat.refusal.Refusal.NotFound if there is none
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if it is no file of the report program, or damaged
     */
    ReportFile open();

    /** The SHA-256 of the file, in hexadecimal digits. */
    String digest();
}
