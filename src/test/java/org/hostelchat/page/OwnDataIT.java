package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A resident takes what is held of them. */
@ExtendWith(Hostel.class)
class OwnDataIT {

    @Test
    void aResidentDownloadsTheirOwnDataFromTheirMenu(HostelServer server, Browsers browsers) throws IOException {
        var asha = server.residents().student();
        try (var line = asha.online()) {
            line.say(1, "mine, to take along");
        }
        var phone = browsers.phone().as(asha);
        phone.go("/devices");
        phone.find("#account summary").click();
        phone.find("#account a[href='/data']").click();
        phone.checkWidth();
        phone.checkAccess();
        var download = phone.page().waitForDownload(() -> phone.find("#take").click());
        assertEquals("my-hostel-chat.zip", download.suggestedFilename());
        try (var zip = new ZipFile(download.path().toFile())) {
            var messages = zip.getInputStream(zip.getEntry("messages.jsonl")).readAllBytes();
            assertTrue(new String(messages, StandardCharsets.UTF_8).contains("mine, to take along"));
        }
        asha.signIn().get("/api/me/data").expectProblem(429, "data-taken");
        server.operator().get("/api/me/data").expectProblem(403, "account-needed");
    }
}
