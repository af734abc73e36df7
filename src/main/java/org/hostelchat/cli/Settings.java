package org.hostelchat.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which server, and as whom: from flags, else from the environment, else as a server on this machine is found.
 *
 * @param launcher the folder of the script that started this
 */
record Settings(Arguments arguments, Map<String, String> environment, Path launcher) {

    ServerAddress address() {
        return ServerAddress.of(given(Flag.URL, "HOSTEL_URL").orElse(ServerAddress.DEFAULT));
    }

    /**
     * The token, or the operator key of a server on this machine.
     *
     * @throws Failure unreachable if nothing listens there, wrong use if there is neither token nor key
     */
    Credential credential(ServerAddress address) {
        Optional<String> token = given(Flag.TOKEN, "HOSTEL_TOKEN");
        if (token.isPresent()) {
            return new Credential(token.get().strip(), "this token");
        }
        if (!address.isLoopback()) {
            throw Failure.wrongUse(address + " is not this machine, and the operator key is sent nowhere else.\n"
                    + "Use a token: --token TOKEN (make one with the command 'token' where the server runs).");
        }
        return OperatorKey.find(dataFolders()).orElseGet(() -> {
            address.probe();
            throw Failure.wrongUse("No operator key in "
                    + dataFolders().get(0).toAbsolutePath().normalize()
                    + ".\nName the server's data folder with --data DIR, or use a token: --token TOKEN.");
        });
    }

    private List<Path> dataFolders() {
        Optional<String> told = given(Flag.DATA, "HOSTEL_DATA");
        try {
            return told.map(folder -> List.of(Path.of(folder)))
                    .orElseGet(
                            () -> List.of(Path.of("data"), launcher.resolveSibling("data"), launcher.resolve("data")));
        } catch (InvalidPathException e) {
            throw Failure.wrongUse("'" + told.orElse("") + "' is not the name of a folder.");
        }
    }

    private Optional<String> given(Flag flag, String variable) {
        return arguments
                .value(flag)
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value -> !value.isBlank());
    }
}
