package org.hostelchat.platform;

import java.lang.reflect.Method;

/**
 * Runs administration commands on the server, through its {@code org.glassfish.embeddable.CommandRunner}. Payara has no
 * public API for that, so it is accessed by reflection. Checked with Payara 6.2025.10.
 */
final class ServerCommands {

    private final Object runner;
    private final Method run;

    /** @throws ReflectiveOperationException if this server has no command runner */
    ServerCommands() throws ReflectiveOperationException {
        var type = Class.forName("org.glassfish.embeddable.CommandRunner");
        var globals = Class.forName("org.glassfish.internal.api.Globals");
        runner = globals.getMethod("get", Class.class).invoke(null, type);
        run = type.getMethod("run", String.class, String[].class);
    }

    /** Returns what the command printed. */
    String run(String command, String... arguments) throws ReflectiveOperationException {
        var result = run.invoke(runner, command, arguments);
        var type = Class.forName("org.glassfish.embeddable.CommandResult");
        var failure = type.getMethod("getFailureCause").invoke(result);
        if (failure != null)
            throw new IllegalStateException(command + " " + String.join(" ", arguments), (Throwable) failure);
        return (String) type.getMethod("getOutput").invoke(result);
    }

    /** A setting's value, with a reference {@code ${name}} to a system property resolved; empty if it is not set. */
    String get(String setting) throws ReflectiveOperationException {
        var printed = run("get", setting);
        var value = printed.substring(printed.indexOf('=') + 1).strip();
        return value.startsWith("${") && value.endsWith("}")
                ? System.getProperty(value.substring(2, value.length() - 1), "")
                : value;
    }
}
