package org.hostelchat.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/**
 * Finds the server and the credential: from flags, else from the environment, else from the data folder of a server on
 * this machine.
 *
 * @param launcher the folder of the script that started the program
 */
record Settings(Arguments arguments, Map<String, String> environment, Path launcher) {

    /** @throws Failure wrong use, if the given value is not an address or not a folder */
    ServerAddress address() {
        return argument(Flag.URL)
                .map(url -> ServerAddress.of(url, CliWords.text("origin.from", "place", Flag.URL.name())))
                .or(() -> variable("HOSTEL_URL")
                        .map(url -> ServerAddress.of(url, CliWords.text("origin.from", "place", "HOSTEL_URL"))))
                .or(() -> DataFolder.address(dataFolders()))
                .orElseGet(ServerAddress::usual);
    }

    /**
     * The given token, or the operator key of a server on this machine.
     *
     * @throws Failure unreachable, if nothing listens at the address; wrong use, if there is neither token nor key
     */
    Credential credential(ServerAddress address) {
        Optional<String> token = token();
        if (token.isPresent()) {
            return new Credential(token.get().strip(), CliWords.text("origin.token"));
        }
        if (!address.isLoopback()) {
            throw Failure.wrongUse(CliWords.text("credential.elsewhere", "address", address));
        }
        return DataFolder.operatorKey(dataFolders()).orElseGet(() -> {
            address.probe();
            throw Failure.wrongUse(CliWords.text(
                    "credential.none",
                    "address",
                    address,
                    "folder",
                    dataFolders().get(0).toAbsolutePath().normalize()));
        });
    }

    /** The given token; empty if the operator key is to be used. */
    Optional<String> token() {
        return argument(Flag.TOKEN).or(() -> variable("HOSTEL_TOKEN"));
    }

    /** The data folder that a server started here would use: the one that was named, else the first that exists. */
    Path dataFolder() {
        List<Path> folders = dataFolders();
        return folders.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folders.get(0))
                .toAbsolutePath()
                .normalize();
    }

    private List<Path> dataFolders() {
        Optional<String> told = argument(Flag.DATA).or(() -> variable("HOSTEL_DATA"));
        try {
            return told.map(folder -> List.of(Path.of(folder)))
                    .orElseGet(
                            () -> List.of(Path.of("data"), launcher.resolveSibling("data"), launcher.resolve("data")));
        } catch (InvalidPathException e) {
            throw Failure.wrongUse(CliWords.text("data.no-folder", "folder", told.orElse("")));
        }
    }

    private Optional<String> argument(Flag flag) {
        return arguments.value(flag).filter(value -> !value.isBlank());
    }

    /** A variable of the environment that is not blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
