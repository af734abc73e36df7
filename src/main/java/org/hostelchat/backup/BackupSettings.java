package org.hostelchat.backup;

import java.nio.file.Path;

/**
 * Provided by {@code platform}.
 *
 * @param temporary an existing folder that only the server can read, where the copy of the database lies while it is sent
 * @param files the people's files; need not exist
 * @param program the version of this program
 */
public record BackupSettings(Path temporary, Path files, String program) {}
