package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hostelchat.support.Api;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.PageForm;
import org.hostelchat.support.Residents;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Forms and lists of the console after another official was faster: no other account is affected, and nothing is lost
 * silently.
 */
@ExtendWith(Hostel.class)
class StaleFormsIT {

    private HostelServer server;
    private Api warden;

    @BeforeEach
    void open(HostelServer shared) {
        server = shared;
        warden = server.residents().admin("वार्डन").api();
    }

    private void renumber(String from, String to) {
        server.operator()
                .patch("/api/users/" + from, Api.json("enrolmentNumber", to))
                .expect(200);
    }

    @Test
    void aFormIsAboutWhomItWasOpenedForAndNotWhoHasTheirNumberNow() {
        var number = server.residents().student("Asha").enrolmentNumber();
        var other = server.residents().student("மீனா").enrolmentNumber();
        var act = PageForm.of(warden, "/admin/act?act=make-admin&number=" + number, "confirm")
                .with("yes", "Make an official");
        var naming = PageForm.of(warden, "/admin/user?number=" + number, "naming")
                .with("name", "Asha Rao")
                .with("rename", "Save");
        renumber(number, Residents.enrolment());
        renumber(other, number);
        for (var form : new PageForm[] {act, naming, act}) {
            var answer = form.send();
            assertEquals(409, answer.status(), answer.toString());
            assertTrue(answer.body().contains("has another number now"), answer.body());
        }
        var user = server.operator().get("/api/users/" + number).expect(200).json();
        assertEquals("மீனா", user.getString("name"));
        assertEquals("STUDENT", user.getString("role"));
    }

    private String notice(String title) {
        return server.operator()
                .post("/api/notices", Api.json("title", title, "text", "x", "acknowledge", true))
                .expect(201)
                .json()
                .get("id")
                .toString();
    }

    private PageForm editing(String notice) {
        return PageForm.of(warden, "/admin/notice?id=" + notice, "editing")
                .with("text", WritingSystem.TAMIL.title())
                .with("save", "Save the change");
    }

    @Test
    void aChangeOfANoticeThatWasTakenDownIsShownAgain() {
        var id = notice("पानी");
        var form = editing(id);
        server.operator().delete("/api/notices/" + id).expect(204);
        var answer = form.send();
        assertEquals(409, answer.status(), answer.toString());
        assertTrue(answer.body().contains("taken down meanwhile"), answer.body());
        assertTrue(answer.body().contains(WritingSystem.TAMIL.title()), answer.body());
        assertFalse(warden.get("/admin/notice?id=" + id).expect(200).body().contains("taken down meanwhile"));
    }

    @Test
    void aColleaguesChangeOfANoticeIsNotReplacedUnseen() {
        var id = notice("पानी");
        var form = editing(id);
        server.operator()
                .patch("/api/notices/" + id, Api.json("text", "टंकी साफ़ हो गई"))
                .expect(200);
        var answer = form.send();
        assertEquals(409, answer.status(), answer.toString());
        assertTrue(answer.body().contains("टंकी साफ़ हो गई"), answer.body());
        assertTrue(answer.body().contains(WritingSystem.TAMIL.title()), answer.body());
        var shown = server.operator().get("/api/notices/" + id).expect(200).json();
        assertEquals("टंकी साफ़ हो गई", shown.getString("text"));
        form.with("version", Integer.toString(shown.getInt("version"))).send();
        assertEquals(
                WritingSystem.TAMIL.title(),
                server.operator().get("/api/notices/" + id).expect(200).json().getString("text"));
    }

    @Test
    void twoOfficialsCorrectThePersonsNameAndTheNumber() {
        var number = server.residents().student("Ash").enrolmentNumber();
        var naming = PageForm.of(warden, "/admin/user?number=" + number, "naming")
                .with("enrolmentNumber", Residents.enrolment())
                .with("rename", "Save");
        server.operator()
                .patch("/api/users/" + number, Api.json("name", "आशा राव"))
                .expect(200);
        assertEquals(302, naming.send().status());
        assertTrue(server.operator()
                .get("/api/users?text=" + naming.value("enrolmentNumber"))
                .expect(200)
                .body()
                .contains("आशा राव"));
    }

    @Test
    void aNameThatAColleagueCorrectedIsNotReplacedUnseen() {
        var number = server.residents().student("Sunita").enrolmentNumber();
        var naming = PageForm.of(warden, "/admin/user?number=" + number, "naming")
                .with("name", "सुनीता दो")
                .with("room", "106")
                .with("rename", "Save");
        server.operator()
                .patch("/api/users/" + number, Api.json("name", "சுனிதா"))
                .expect(200);
        var answer = naming.send();
        assertEquals(409, answer.status(), answer.toString());
        assertTrue(answer.body().contains("everybody sees: சுனிதா"), answer.body());
        assertTrue(answer.body().contains("value=\"सुनीता दो\""), answer.body());
        assertEquals(302, naming.with("shownName", "சுனிதா").send().status());
        var stored = server.operator().get("/api/users/" + number).expect(200).body();
        assertTrue(stored.contains("सुनीता दो") && stored.contains("106"), "name and room are in one form: " + stored);
    }

    @Test
    void aFormAboutSomebodyWhoseNumberWasCorrectedLeadsToTheList() {
        var number = server.residents().student("Asha").enrolmentNumber();
        var naming = PageForm.of(warden, "/admin/user?number=" + number, "naming")
                .with("name", "Asha Rao")
                .with("rename", "Save");
        renumber(number, Residents.enrolment());
        var answer = naming.send().expect(302);
        assertTrue(
                warden.get(answer.header("Location")).expect(200).body().contains("Nobody has this number any more"),
                answer.toString());
    }

    @Test
    void aTickThatIsRefusedSaysWhy() {
        var form = editing(notice("चाय")).with("askAgain", "on");
        form.without("acknowledge");
        var answer = form.send();
        assertEquals(422, answer.status(), answer.toString());
        assertTrue(answer.body().contains("id=\"askAgain-error\""), answer.body());
        assertTrue(answer.body().contains("aria-describedby=\"askAgain-error\""), answer.body());
    }

    @Test
    void itIsWrittenDownWhoTookAList() {
        warden.get("/admin/lists/residents.csv").expect(200);
        assertTrue(server.log().text().matches("(?s).*list-taken by=\\d+ byName=\"वार्डन\" list=\"residents-.*"));
    }
}
