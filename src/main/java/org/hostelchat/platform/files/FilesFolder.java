package org.hostelchat.platform.files;

import java.nio.file.Path;

/**
 * Where the bytes of files are. Produced by {@code platform}.
 *
 * @param path made when the first file comes
 */
public record FilesFolder(Path path) {}
