package org.hostelchat.page.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long rooms keep their messages, as a warden says it in the console. */
@ExtendWith(Hostel.class)
class RetentionIT {

    @Test
    void aWardenSaysHowLongTheCommonRoomKeepsMessages(HostelServer server, Browsers browsers) {
        var warden = server.residents().admin("वार्डन " + Residents.enrolment());
        var screen = browsers.phone().as(warden);
        screen.expectTrouble(".*status of 422.*");
        screen.go("/admin/rooms");
        screen.find("#common-retention").click();
        screen.type("#retention", "soon").find("#keep").click();
        assertThat(screen.find("#retention-error")).containsText("3,650");
        // So long that no other test's messages are deleted.
        screen.type("#retention", "३६५०").find("#keep").click();
        assertThat(screen.find("[role=status]")).isVisible();
        assertThat(screen.find("#retention")).hasValue("3650");
        screen.checkWidth();
        screen.checkAccess();
        assertEquals(3650, warden.api().get("/api/rooms/1").expect(200).json().getInt("retention"));
        warden.api().patch("/api/rooms/1", Api.json("retention", 3649)).expect(200);
        screen.type("#retention", "").find("#keep").click();
        assertThat(screen.find("#summary")).containsText("3649");
        screen.find("#keep").click();
        assertThat(screen.find("[role=status]")).isVisible();
        assertFalse(warden.api().get("/api/rooms/1").expect(200).json().containsKey("retention"));
    }
}
