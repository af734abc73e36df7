package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.time.Duration;
import org.hostelchat.cli.text.CliWords;

/**
 * The slips of an import, which are written to a file as soon as their passwords are made. The server keeps them until they are on disk, so that an
 * interrupted run loses none: the same command, called again, goes on with them.
 */
final class RollSlips {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Invocation call;
    private final ApiClient api;
    private final String path;
    private final String interrupted;

    /** @param interrupted the message's key for somebody who interrupts the wait */
    RollSlips(Invocation call, ApiClient api, String path, String interrupted) {
        this.interrupted = interrupted;
        this.call = call;
        this.api = api;
        this.path = path;
    }

    /**
     * Waits for the passwords and writes the slips. An interruption takes effect while it waits.
     *
     * @throws Failure if it is interrupted; passwords lost, if the slips were given to somebody before and are not there any more
     */
    void write(PrivateFile file) {
        call.interruption().delay();
        await();
        String slips = given();
        try {
            Writer out = file.writer();
            out.write(slips);
            out.flush();
        } catch (IOException e) {
            // Nothing is lost: the server has them still.
            throw Failure.refused(CliWords.text("sheet.not-writable", "why", e.getMessage()));
        }
        file.close(true);
        forget(file);
        call.terminal().complain(CliWords.text("importroll.slips-written", "file", file));
    }

    /** Has the server forget the slips, which are on disk now. */
    private void forget(PrivateFile file) {
        try {
            api.delete(path + "/slips");
        } catch (Failure e) {
            // It has forgotten them already.
            if (e.isStatus(HttpURLConnection.HTTP_GONE)) return;
            throw e.withMessage(CliWords.text("importroll.slips-not-forgotten", "file", file, "why", e.getMessage()));
        }
    }

    private void await() {
        String said = "";
        while (true) {
            JsonObject now = api.get(path);
            if (JsonFields.text(now, "state").filter("DONE"::equals).isPresent()) return;
            String progress =
                    CliWords.text("importroll.progress", "done", now.getInt("done"), "total", now.getInt("total"));
            if (!progress.equals(said)) call.terminal().complain(progress);
            said = progress;
            if (call.interruption().isWanted()) throw Failure.interrupted().withMessage(CliWords.text(interrupted));
            ApiClient.pause(PAUSE);
        }
    }

    private String given() {
        try {
            return api.text(path + "/slips?keep=yes", "text/csv");
        } catch (Failure e) {
            if (e.isStatus(HttpURLConnection.HTTP_GONE)) throw Failure.passwordsLost(e.getMessage());
            throw e;
        }
    }
}
