package org.hostelchat.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hostelchat.language.Phrase;

/** Collects what is wrong with an input, field by field, so that a person hears of everything at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public void check(String field, Optional<Phrase> problem) {
        problem.ifPresent(message -> found.add(new Violation(field, message)));
    }

    /** @throws Refusal.Unacceptable if anything was found */
    public void refuseIfAny(String slug) {
        if (found.isEmpty()) return;
        var detail = found.size() == 1 ? found.get(0).phrase() : Phrase.of("refusal.several");
        throw new Refusal.Unacceptable(slug, detail, found);
    }
}
