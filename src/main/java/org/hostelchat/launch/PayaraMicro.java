package org.hostelchat.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The server, put on the class path by the script, and the WAR that it deploys.
 *
 * @param main the server's {@code main} method
 */
record PayaraMicro(Path war, Method main) {

    private static final String WAR = "org.hostelchat.war";

    /** System property with the folder of the script and the server's configuration files. */
    private static final String HOME = "org.hostelchat.home";

    /** @throws CannotStart if the script did not name an existing WAR and a server */
    static PayaraMicro find() {
        try {
            var war = Path.of(System.getProperty(WAR, "hostel-chat.war")).toAbsolutePath();
            if (!Files.isReadable(war)) throw new CannotStart("There is no " + war + " that can be read.");
            return new PayaraMicro(
                    war, Class.forName("fish.payara.micro.PayaraMicro").getMethod("main", String[].class));
        } catch (ReflectiveOperationException e) {
            throw new CannotStart("payara-micro.jar is missing: it belongs beside hostel-chat.war.");
        }
    }

    /**
     * Boots the server and deploys the WAR; returns when that is done or has failed.
     *
     * @param grid null for none
     */
    void run(Listeners listeners, DataGrid grid, Options options) {
        listeners.tellServer();
        var commands = new ArrayList<>(listeners.commands());
        var arguments = new ArrayList<>(List.of("--deploy", war.toString(), "--contextroot", "/"));
        arguments.addAll(listeners.arguments());
        arguments.add("--disablephonehome");
        if (grid == null) {
            arguments.add("--nocluster");
        } else {
            arguments.addAll(grid.arguments());
            commands.addAll(DataGrid.commands());
        }
        arguments.addAll(List.of("--logproperties", settings("logging.properties", List.of())));
        arguments.addAll(List.of("--prebootcommandfile", settings("pre-boot.asadmin", commands)));
        arguments.addAll(options.further());
        call(arguments);
    }

    private void call(List<String> arguments) {
        try {
            main.invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw CannotStart.unforeseen("The server failed: " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of a configuration file: the one beside the script, or a copy with additional lines. */
    private String settings(String name, List<String> more) {
        var home = System.getProperty(HOME);
        var file = home == null ? war.resolveSibling(name) : Path.of(home, name);
        if (!Files.isReadable(file)) throw new CannotStart(file + " is missing: it belongs beside the script.");
        try {
            if (more.isEmpty()) return file.toString();
            var text = Files.readString(file);
            var copy = Files.createTempFile("hostel-", "-" + name);
            Files.writeString(copy, text + String.join("\n", more) + "\n");
            return copy.toString();
        } catch (IOException e) {
            throw DataFolderCheck.notWritable(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }
}
