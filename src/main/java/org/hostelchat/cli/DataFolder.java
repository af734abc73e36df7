package org.hostelchat.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/**
 * Reads what a running server puts into its data folder for the command line on the same machine: its address and the
 * operator key.
 */
final class DataFolder {
    private static final String ADDRESS = "server.url";
    private static final String KEY = "operator.key";

    private DataFolder() {}

    /**
     * The address in the first of these folders that contains one. Unreadable folders are skipped, because callers with
     * a token need no data folder.
     *
     * @throws Failure wrong use, if the content is not an address
     */
    static Optional<ServerAddress> address(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(ADDRESS))
                .filter(Files::isReadable)
                .flatMap(file ->
                        read(file)
                                .map(text -> ServerAddress.of(text, CliWords.text("origin.from", "place", file)))
                                .stream())
                .findFirst();
    }

    /**
     * The operator key in the first of these folders that contains one.
     *
     * @throws Failure refused, if the key exists but may not be read
     */
    static Optional<Credential> operatorKey(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(KEY))
                .flatMap(file -> read(file)
                        .map(text -> new Credential(text.strip(), CliWords.text("origin.operator-key", "file", file)))
                        .stream())
                .findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (AccessDeniedException e) {
            throw Failure.refused(CliWords.text("data.not-readable", "file", file));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
