package org.hostelchat.api;

import jakarta.ws.rs.QueryParam;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** The parameters {@code after} and {@code limit} of a list. */
public class Paging {

    static final int MOST = 500;
    static final int USUAL = 100;

    @QueryParam("after")
    String after;

    @QueryParam("limit")
    String limit;

    /** The most items of a page, 1 to {@value #MOST}, by default {@value #USUAL}. */
    int limit() {
        return limit(limit, USUAL, MOST);
    }

    /** @throws Refusal.Unacceptable if the parameter is present and not an integer from 1 to {@code most} */
    static int limit(String text, int usual, int most) {
        var number = number("limit", text, usual);
        if (number >= 1 && number <= most) return (int) number;
        throw new Refusal.Unacceptable(
                "wrong-parameter", "limit", Phrase.of("api.limit", "name", "limit", "most", most));
    }

    /** The cursor as a number; by default 0, before the first item. */
    long after() {
        return number("after", after, 0);
    }

    /** @throws Refusal.Unacceptable if the parameter is present and not an integer of at least 0 */
    static long number(String name, String text, long otherwise) {
        if (text == null) return otherwise;
        try {
            var number = Long.parseLong(text);
            if (number >= 0) return number;
        } catch (NumberFormatException notANumber) {
            // Refused below.
        }
        throw new Refusal.Unacceptable("wrong-parameter", name, Phrase.of("api.number-from", "name", name, "least", 0));
    }
}
