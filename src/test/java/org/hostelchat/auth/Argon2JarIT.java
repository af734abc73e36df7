package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.hostelchat.support.BuildOutput;
import org.junit.jupiter.api.Test;

/** The few classes of Bouncy Castle in the WAR are all that Argon2id needs. */
class Argon2JarIT {

    private static final String PREFIX = "org.bouncycastle.";

    @Test
    void hasEveryClassThatTheGeneratorLeadsTo() throws IOException {
        try (var jar = new JarFile(BuildOutput.target().resolve("argon2.jar").toFile())) {
            var there = new ClassFileImporter().importJar(jar);
            var missing = new TreeSet<String>();
            var seen = new TreeSet<String>();
            var open = new ArrayDeque<>(List.of(
                    "org.bouncycastle.crypto.generators.Argon2BytesGenerator",
                    "org.bouncycastle.crypto.params.Argon2Parameters$Builder"));
            while (!open.isEmpty()) {
                var name = open.remove();
                if (!seen.add(name)) continue;
                if (jar.getEntry(name.replace('.', '/') + ".class") == null) missing.add(name);
                else
                    there.get(name).getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                            .map(JavaClass::getName)
                            .filter(target -> target.startsWith(PREFIX))
                            .forEach(open::add);
            }
            assertEquals(new TreeSet<>(), missing);
        }
    }

    @Test
    void computesByItselfWhatTheWholeLibraryDoes() throws IOException, ReflectiveOperationException {
        var urls = new URL[] {
            BuildOutput.target().resolve("argon2.jar").toUri().toURL(),
            BuildOutput.target().resolve("classes").toUri().toURL()
        };
        try (var alone = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var argon2id = Class.forName("org.hostelchat.auth.Argon2id", true, alone);
            var matches = argon2id.getDeclaredMethod("matches", String.class, String.class);
            matches.setAccessible(true);
            for (var cost : List.of(Argon2id.PRESENT, new Argon2id(64, 3, 4))) {
                var hash = cost.hash("पासवर्ड é 😀");
                assertEquals(true, matches.invoke(null, "पासवर्ड é 😀", hash));
                assertEquals(false, matches.invoke(null, "पासवर्ड e 😀", hash));
            }
        }
    }

    @Test
    void isAloneInTheWarAndHasItsLicence() throws IOException {
        try (var war = new JarFile(BuildOutput.war().toFile());
                var jar = new JarFile(BuildOutput.target().resolve("argon2.jar").toFile())) {
            assertNotNull(war.getEntry("WEB-INF/lib/argon2.jar"));
            assertEquals(
                    0,
                    war.stream()
                            .filter(entry -> entry.getName().contains("bcprov"))
                            .count());
            assertNotNull(jar.getEntry("META-INF/LICENSE.md"));
        }
    }
}
