package org.hostelchat.platform.files;

import java.nio.file.Path;

/**
 * The folder for the bytes of files. Produced by {@code platform}.
 *
 * @param path created with the first file
 */
public record FilesFolder(Path path) {}
