package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDialectTest {

    @Test
    void onPostgresqlIdsAndBatchesStayAsPersistenceXmlSaysThem() {
        var login = new DatabaseLogin(new SqlitePlatform());
        login.addSequence(new NativeSequence("IDENTITY", 1, true));
        login.useBatchWriting();
        login.getPlatform().setMaxBatchWritingSize(500);

        new PostgresDialect("jdbc:postgresql:hostel", "", "").adapt(login);

        assertInstanceOf(PostgreSQLPlatform.class, login.getPlatform());
        assertInstanceOf(NativeSequence.class, login.getPlatform().getSequence("IDENTITY"));
        assertTrue(login.getPlatform().usesBatchWriting());
        assertEquals(500, login.getPlatform().getMaxBatchWritingSize());
    }

    @Test
    void onSqliteWritesGoInBatches(@TempDir Path folder) {
        try (var database = new BareDatabase(folder.resolve("hostel.db"))) {
            var platform =
                    database.read(em -> em.unwrap(Session.class).getLogin().getPlatform());
            assertInstanceOf(SqlitePlatform.class, platform);
            assertTrue(platform.usesBatchWriting());
            assertEquals(500, platform.getMaxBatchWritingSize());
        }
    }
}
