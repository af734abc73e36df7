package org.hostelchat.page.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office's opening day in the console: from a spreadsheet's file to slips. */
@ExtendWith(Hostel.class)
class RollIT {

    private static void upload(Screen screen, String name, byte[] content) {
        screen.go("/admin/users");
        screen.find("a[href='/admin/roll']").click();
        screen.find("#file").setInputFiles(new FilePayload(name, "text/csv", content));
        screen.find("#look").click();
    }

    @Test
    void aWardenUploadsASpreadsheetsFileCorrectsAColumnStoresItAndPrints(HostelServer server, Browsers browsers) {
        var tag = Residents.enrolment();
        var warden = server.residents().admin("वार्डन जोशी " + tag);
        var screen = browsers.phone().as(warden);
        var file = "\uFEFFछात्र का नाम;नामांकन संख्या;Where\r\nआशा राव é;" + tag + "/1;२०४\r\nRavi D’Souza ₹;" + tag
                + "/2;10\r\nதமிழ் செல்வி;" + tag + "/3;9\r\n";
        upload(screen, "freshers – २०२६.csv", file.getBytes(UTF_8));
        assertThat(screen.find("h1")).hasText("freshers – २०२६.csv");
        assertThat(screen.find("#rows tbody tr")).hasCount(3);
        var look = screen.page().url();
        screen.find("select[name=column-2]").selectOption("room");
        screen.find("#read").click();
        assertThat(screen.find("#rows tbody tr").first()).containsText("२०४");
        screen.checkWidth();
        screen.checkAccess();

        var colleague = browsers.desktop().as(server.residents().admin("Warden two " + tag));
        colleague.go(look.substring(look.indexOf("/admin")));
        assertThat(colleague.find("select[name=column-2]")).hasValue("room");

        screen.find("#store-all").click();
        assertThat(screen.find("#print")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        colleague.find("#store-all").click();
        assertThat(colleague.find(".sheet-head")).containsText(warden.name());
        assertEquals(
                3,
                warden.api()
                        .get("/api/users?text=" + tag + "/")
                        .expect(200)
                        .items()
                        .size());

        var sheet = screen.page().waitForPopup(() -> screen.find("#print").click());
        assertThat(sheet.locator("article")).hasCount(3);
        assertThat(sheet.locator("article").first()).containsText("தமிழ் செல்வி");
        var password = sheet.locator(".secret").first().textContent();
        assertFalse(sheet.content().contains("127.0.0.1"), "an address that leads nobody here");
        screen.go(look.substring(look.indexOf("/admin")));
        assertFalse(screen.find("body").textContent().contains(password));
        screen.find("#keep").click();
        assertThat(screen.find("#print")).hasCount(0);
        screen.checkAccess();

        // The same file again changes nothing.
        upload(screen, "again.csv", file.replace("Where", "Room").getBytes(UTF_8));
        // Residents of other tests are not in the file, and listed first.
        screen.find(".kinds a[href*=UNCHANGED]").click();
        assertThat(screen.find(".kinds [aria-current]")).containsText("Unchanged 3");
        assertThat(screen.find("#rows tbody tr")).hasCount(3);
    }

    @Test
    void whatIsWrongIsSaidRowByRowAndNothingIsStored(HostelServer server, Browsers browsers) {
        var tag = Residents.enrolment();
        var warden = server.residents().admin("Warden " + tag);
        var screen = browsers.desktop().as(warden);
        screen.expectTrouble(".*status of 4.*");
        upload(screen, "roll.xlsx", "PK\u0003\u0004 and so on".getBytes(UTF_8));
        assertThat(screen.find("#summary")).containsText("CSV UTF-8");
        assertThat(screen.find("#file")).isVisible();
        screen.find("#file")
                .setInputFiles(new FilePayload("r.csv", "text/csv", "name,enrolment\n\"A,1\n".getBytes(UTF_8)));
        screen.find("#look").click();
        assertThat(screen.find("#summary")).containsText("never closed");

        var rows = new StringBuilder("name,enrolment,room\nAsha," + tag + "/1,=A1\nMeena," + tag + "/2,2\n");
        for (var i = 0; i < 10_000; i++) rows.append("Ravi,1.2E+").append(i).append(",1\n");
        upload(screen, "wrong.csv", rows.toString().getBytes(UTF_8));
        assertThat(screen.find("#store-all")).hasCount(0);
        assertThat(screen.find("#rows tbody tr")).hasCount(100);
        assertThat(screen.find("#rows tbody tr").first()).containsText("formula");
        screen.find(".pager a").click();
        assertThat(screen.find("#rows tbody tr")).hasCount(100);
        assertEquals(
                0,
                warden.api()
                        .get("/api/users?text=" + tag + "/")
                        .expect(200)
                        .items()
                        .size());
        screen.find("#store-good").click();
        assertThat(screen.find("#slips")).isVisible();
        assertEquals(
                1,
                warden.api()
                        .get("/api/users?text=" + tag + "/")
                        .expect(200)
                        .items()
                        .size());
    }

    /** From any page of the console: the search, the person, the act, and one slip. */
    @Test
    void aPasswordIsResetAtTheDeskInThreeClicks(HostelServer server, Browsers browsers) {
        var tag = Residents.enrolment();
        var student = server.residents().student("सुनीता वैद्य " + tag);
        var screen = browsers.desktop().as(server.residents().admin("Desk " + tag));
        screen.go("/admin/record");
        screen.type("#desk-search", "वैद्य सुनीता " + tag);
        screen.find("#desk-search").press("Enter");
        screen.find("tbody th a").click();
        screen.find(".acts a[href*='reset-password']").click();
        screen.find("#yes").click();
        assertThat(screen.find(".slip-secret")).isVisible();
        assertThat(screen.find(".slip")).containsText(student.name());
    }

    @Test
    void whoStandsAtTheDeskSignsInByACodeAndChoosesAPassword(HostelServer server, Browsers browsers) {
        var tag = Residents.enrolment();
        var student = server.residents().newcomer("ஆஷா ராவ் " + tag);
        var desk = browsers.desktop().as(server.residents().admin("Desk " + tag));
        desk.go("/admin/user?number=" + student.enrolmentNumber());
        desk.find(".acts a[href*='sign-in-code']").click();
        desk.find("#yes").click();
        assertThat(desk.find("#code-until")).isVisible();
        desk.checkAccess();
        var code = desk.find(".desk-code-address").textContent();

        var phone = browsers.phone();
        phone.go("/enter#" + code.substring(code.indexOf('#') + 1));
        assertThat(phone.find("#code")).isHidden();
        assertTrue(phone.page().url().endsWith("/enter"), "the code is not left in the address");
        phone.checkWidth();
        phone.checkAccess();
        phone.find("#enter").click();
        assertThat(phone.find("#current")).hasCount(0);
        phone.type("#next", Residents.PASSWORD);
        phone.find("#save").click();
        assertThat(phone.find("#box")).isVisible();

        var other = browsers.phone();
        other.expectTrouble(".*status of 401.*");
        other.go("/enter");
        other.type("#code", code);
        other.find("#enter").click();
        assertThat(other.find("#code-error, #summary").first()).containsText("does not work");
    }

    @Test
    void aSelectionGetsNewPasswordsAndSlips(HostelServer server, Browsers browsers) {
        var tag = Residents.enrolment();
        var asha = server.residents().student("Asha " + tag);
        var ravi = server.residents().student("Ravi " + tag);
        var screen = browsers.desktop().as(server.residents().admin("Office " + tag));
        screen.go("/admin/users?text=" + tag);
        screen.find("tbody input[value='" + asha.enrolmentNumber() + "']").check();
        screen.find("tbody input[value='" + ravi.enrolmentNumber() + "']").check();
        screen.find("form[action='/admin/selection'] button").click();
        screen.find("#reset").click();
        assertThat(screen.find("#print")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        var sheet = screen.page().waitForPopup(() -> screen.find("#print").click());
        assertThat(sheet.locator("article")).hasCount(2);
        asha.api().get("/api/me").expect(401);
        assertTrue(sheet.content().contains(ravi.enrolmentNumber()));
    }

    /** Weeks later: who was not in the list and has left is ended together, from the list. A bulk change comes back to where it began. */
    @Test
    void aWardenEndsTheAccessOfThoseWhoWereNotInTheList(HostelServer server, Browsers browsers) {
        var tag = Residents.enrolment();
        var left = server.residents().student("गई हुई आशा " + tag);
        var away = server.residents().student("Ravi On Leave " + tag);
        var screen = browsers.desktop().as(server.residents().admin("Office " + tag));
        upload(screen, tag + ".csv", ("name,enrolment,room\nMeena," + tag + "/9,7\n").getBytes(UTF_8));
        screen.find("#store-all").click();
        assertThat(screen.find("#rows tbody tr")).containsText("Meena");
        var list = screen.page().url();
        screen.find(".kinds a[href*=MISSING]").click();
        screen.find("#rows input[value='" + left.enrolmentNumber() + "']").check();
        screen.checkAccess();
        screen.find("#choosing button").click();
        assertThat(screen.find(".chosen li")).hasCount(1);
        screen.checkAccess();
        screen.find("#end").click();
        assertThat(screen.find("[role=status]")).containsText("1 resident is ended");
        assertEquals(
                list.replaceAll(".*id=", "").replaceAll("\\D.*", ""),
                screen.page().url().replaceAll(".*id=(\\d+).*", "$1"));
        assertThat(screen.find("#rows input[value='" + left.enrolmentNumber() + "']"))
                .hasCount(0);
        assertThat(screen.find("#rows input[value='" + away.enrolmentNumber() + "']"))
                .hasCount(1);
        left.api().get("/api/me").expect(401);

        screen.go("/admin/users?text=" + tag + "&sort=-name");
        screen.find("tbody input[value='" + away.enrolmentNumber() + "']").check();
        screen.find("form[action='/admin/selection'] button").click();
        screen.type("#until", "31/5/2099");
        screen.find("#change").click();
        assertThat(screen.find("[role=status]")).containsText("1 resident is changed");
        assertThat(screen.find("#text")).hasValue(tag);
        assertTrue(screen.page().url().contains("sort=-name"));
        screen.find("tbody th a:has-text('Ravi')").click();
        assertThat(screen.find("#until")).hasValue("31 May 2099");
        screen.type("#until", "31.6.2099");
        screen.expectTrouble(".*status of 422.*");
        screen.find("#rename").click();
        assertThat(screen.find("#until-error")).containsText("31/5/2026");
        screen.checkWidth();
    }
}
