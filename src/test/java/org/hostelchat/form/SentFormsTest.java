package org.hostelchat.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A form is executed once, however often it is sent, and its response is kept for a limited time. */
class SentFormsTest {

    private static final long MEENA = 7;

    /** What is to be done after a while, by that while. */
    private final Map<Duration, List<Runnable>> later = new HashMap<>();

    private final SentForms forms = new SentForms(delay ->
            work -> later.computeIfAbsent(delay, d -> new ArrayList<>()).add(work));

    private static KeptAnswer slip(int size) {
        return new KeptAnswer(200, false, null, "text/html", List.of(), null, new byte[size]);
    }

    private SentForm sent(long owner, String token, KeptAnswer answer, boolean done) {
        var claim = forms.claim(owner, token, "दीया");
        assertTrue(claim.first());
        forms.finish(owner, token, claim.form(), answer, done);
        return claim.form();
    }

    @Test
    void theSameFormAgainGetsTheSameAnswer() throws Exception {
        var answer = slip(10);
        sent(MEENA, "a", answer, true);
        var again = forms.claim(MEENA, "a", "दीया");
        assertFalse(again.first());
        assertSame(answer, again.form().answer().get().orElseThrow());
        assertTrue(again.form().isDone());
        assertTrue(again.form().hasContent("दीया"));
        assertFalse(again.form().hasContent("दिया"));
    }

    @Test
    void whoComesWhileItIsUnderWayWaitsForTheAnswer() throws Exception {
        var first = forms.claim(MEENA, "a", "x");
        var second = forms.claim(MEENA, "a", "x");
        assertFalse(second.first());
        var promised = second.form().answer();
        assertFalse(promised.isDone());
        var answer = slip(10);
        forms.finish(MEENA, "a", first.form(), answer, true);
        assertSame(answer, promised.get().orElseThrow());
    }

    @Test
    void whenTooManyWaitTheFirstIsToldToTryAgain() {
        var form = forms.claim(MEENA, "a", "x").form();
        var first = form.answer();
        for (int i = 0; i < 3; i++) form.answer();
        assertTrue(first.isCompletedExceptionally());
    }

    @Test
    void whatWasRefusedMayBeSentAgain() throws Exception {
        var first = forms.claim(MEENA, "a", "x").form();
        var waits = first.answer();
        forms.finish(MEENA, "a", first, new KeptAnswer(422, false, null, null, List.of(), null, new byte[0]), false);
        assertEquals(422, waits.get().orElseThrow().status());
        assertTrue(forms.claim(MEENA, "a", "x").first());
    }

    @Test
    void anAnswerIsForgottenSoonAndThatItWasDoneIsNot() throws Exception {
        sent(MEENA, "a", slip(10), true);
        later.get(SentForms.ANSWERS_KEPT).forEach(Runnable::run);
        var again = forms.claim(MEENA, "a", "दीया");
        assertFalse(again.first());
        assertEquals(Optional.empty(), again.form().answer().get());
        assertTrue(again.form().isDone());
    }

    @Test
    void answersTakeBoundedRoom() throws Exception {
        var old = sent(MEENA, "a", slip(SentForms.MOST_ANSWERED / 2), true);
        sent(8, "b", slip(SentForms.MOST_ANSWERED / 2 + 1), true);
        assertEquals(Optional.empty(), old.answer().get());
        assertTrue(old.isDone());
    }

    @Test
    void aFormOfSomebodyElseIsAnotherForm() {
        sent(MEENA, "a", slip(10), true);
        assertTrue(forms.claim(8, "a", "दीया").first());
    }

    @Test
    void strangersPushNobodysFormsOutAndAreForgottenAsAWhole() {
        sent(MEENA, "a", slip(1), true);
        for (int i = 0; i < 2 * SentForms.MOST_OF_STRANGERS; i++) sent(0, "s" + i, slip(1), true);
        assertFalse(forms.claim(MEENA, "a", "दीया").first());
        assertTrue(forms.claim(0, "s0", "दीया").first());
        later.get(SentForms.STRANGERS_KEPT).forEach(Runnable::run);
        assertTrue(forms.claim(0, "s" + (2 * SentForms.MOST_OF_STRANGERS - 1), "दीया")
                .first());
    }

    @Test
    void whatIsUnderWayIsNeverPushedOut() {
        for (int i = 0; i < SentForms.MOST_OF_ONE; i++) assertNotNull(forms.claim(MEENA, "t" + i, "x"));
        assertNull(forms.claim(MEENA, "one more", "x"));
        assertFalse(forms.claim(MEENA, "t0", "x").first());
    }
}
