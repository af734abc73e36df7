package org.hostelchat.platform.db;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.hostelchat.launch.CannotStart;

/**
 * What the command {@code restore} leaves in the data folder for the next start: that it was interrupted, or that it is done, so that the
 * history gets a new epoch and clients drop what they know of the time since the backup. The names are also in {@code cli.RestoreFolder}.
 */
public final class RestoreMarks {

    private static final String UNFINISHED = "restore.unfinished";
    private static final String DONE = "restore.done";

    private static final int LOGIN_SECONDS = 10;

    private RestoreMarks() {}

    /** @throws CannotStart if a restore into the folder was interrupted: the database may be the old one, the new one, or missing */
    static void refuseUnfinished(Path data) {
        if (Files.exists(data.resolve(UNFINISHED))) {
            throw new CannotStart("A restore into " + data
                    + " was interrupted. Run it again: payara/hostel restore FILE --data " + data);
        }
    }

    /** Begins a new epoch if the database was restored. To be called after the migrations; safe to repeat. */
    public static void beginEpoch(Path data) {
        var done = data.resolve(DONE);
        if (!Files.exists(done)) return;
        try (var connection = DatabaseDialect.current().connect(LOGIN_SECONDS);
                var update = connection.prepareStatement("update hostel set epoch = ? where id = 1")) {
            update.setString(1, UUID.randomUUID().toString().replace("-", ""));
            update.executeUpdate();
            Files.delete(done);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
