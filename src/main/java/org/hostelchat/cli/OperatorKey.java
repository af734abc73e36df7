package org.hostelchat.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The key that a running server leaves in its data folder: whoever can read it is the operator. */
final class OperatorKey {
    private static final String FILE = "operator.key";

    private OperatorKey() {}

    /**
     * The key of the first folder that has one.
     *
     * @throws Failure refused, if it is there and may not be read
     */
    static Optional<Credential> find(List<Path> folders) {
        return folders.stream().flatMap(folder -> read(folder).stream()).findFirst();
    }

    private static Optional<Credential> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Optional.of(new Credential(Files.readString(file).strip(), "the operator key in " + file));
        } catch (AccessDeniedException e) {
            throw Failure.refused("You may not read " + file + ".\nRun this as the user that runs the server.");
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
