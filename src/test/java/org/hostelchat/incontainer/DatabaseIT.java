package org.hostelchat.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hostelchat.support.BuildOutput;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database settings on which durability rests, checked on the connections that the application gets. */
@ExtendWith(ArquillianExtension.class)
class DatabaseIT {

    @Resource(lookup = "java:app/jdbc/hostel")
    private DataSource hostel;

    @Deployment
    static WebArchive application() throws IOException {
        var war =
                ShrinkWrap.createFromZipFile(WebArchive.class, BuildOutput.war().toFile());
        return war.setWebXML(new StringAsset(withoutGate(war)));
    }

    /** The gate lets nobody pass who is not signed in, and so not the runner of these tests either. */
    private static String withoutGate(WebArchive war) throws IOException {
        try (var in = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            var webXml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var mapping = Pattern.compile(
                    "<filter-mapping>\\s*<filter-name>gate</filter-name>.*?</filter-mapping>", Pattern.DOTALL);
            return mapping.matcher(webXml).replaceFirst("");
        }
    }

    @Test
    void commitsSurvivePowerLoss() throws SQLException {
        assertEquals("wal", pragma("journal_mode"));
        assertEquals("2", pragma("synchronous"), "2 is FULL");
    }

    @Test
    void foreignKeysAreEnforced() throws SQLException {
        assertEquals("1", pragma("foreign_keys"));
    }

    @Test
    void aWriterWaitsItsTurn() throws SQLException {
        assertTrue(Integer.parseInt(pragma("busy_timeout")) >= 400);
    }

    @Test
    void erasedWordsAreOverwritten() throws SQLException {
        assertEquals("1", pragma("secure_delete"));
    }

    @Test
    void isInTheDataFolder() {
        assertTrue(Files.exists(Path.of(System.getProperty("hostel.data"), "hostel.db")));
    }

    private String pragma(String name) throws SQLException {
        try (Connection connection = hostel.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
