package org.hostelchat.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * Key and certificate for TLS: a PKCS #12 file with its password in a file beside it.
 *
 * @param password the first line of that file
 */
record Keystore(Path file, String password) {

    /** The alias of the key. */
    static final String ENTRY = "hostel";

    /** @throws WrongUse if the file cannot be read, or has no key with that alias */
    static Keystore open(String name) {
        var file = Path.of(name).toAbsolutePath();
        if (name.isEmpty() || !Files.isReadable(file)) {
            throw new WrongUse("--tls-port needs --tls-keystore, a PKCS #12 file that can be read"
                    + (name.isEmpty() ? "." : "; " + file + " can't."));
        }
        var password = password(Path.of(file + ".password"));
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password.toCharArray());
            if (!store.isKeyEntry(ENTRY))
                throw new WrongUse(file + " holds no entry named '" + ENTRY + "' with a key.");
            store.getKey(ENTRY, password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new WrongUse(
                    file + " can't be opened with the password in " + file + ".password (" + e.getMessage() + ").");
        }
        return new Keystore(file, password);
    }

    private static String password(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new WrongUse("The keystore's password belongs into " + file + ", which can't be read.");
        }
    }

    /** Configures the server by system properties, which do not appear in process lists. */
    void use() {
        System.setProperty("javax.net.ssl.keyStore", file.toString());
        System.setProperty("javax.net.ssl.keyStoreType", "PKCS12");
        System.setProperty("javax.net.ssl.keyStorePassword", password);
    }
}
