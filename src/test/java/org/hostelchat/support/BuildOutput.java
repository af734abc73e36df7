package org.hostelchat.support;

import java.nio.file.Files;
import java.nio.file.Path;

/** Paths of the build's results. */
public final class BuildOutput {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private BuildOutput() {}

    /** The project's folder. */
    public static Path root() {
        return ROOT;
    }

    public static Path target() {
        return ROOT.resolve("target");
    }

    public static Path war() {
        return existing(target().resolve("hostel-chat.war"));
    }

    public static Path commandLineJar() {
        return existing(target().resolve("hostel-cli.jar"));
    }

    public static Path microJar() {
        return existing(target().resolve("payara-micro.jar"));
    }

    /** {@code payara/start}, with everything that it starts in place, so that a test never starts a build. */
    public static Path start() {
        war();
        microJar();
        return existing(ROOT.resolve("payara").resolve("start"));
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new AssertionError(path + " is missing: run mvn package first, or the whole with mvn verify");
        }
        return path;
    }
}
