package org.hostelchat.cli.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.SafeText;

/** What can't be right in a roll, found before anybody is registered. The server has the last word; these are its rules as far as the file shows. */
final class RollCheck {
    private static final int MENTIONED = 10;
    private static final int LONGEST_NAME = 64;

    private final RollOptions options;

    RollCheck(RollOptions options) {
        this.options = options;
    }

    void check(List<RollEntry> entries) throws RollUnreadable {
        if (entries.isEmpty()) {
            throw new RollUnreadable("There is nobody in this roll.");
        }
        Map<String, Integer> lines = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (RollEntry entry : entries) {
            Integer same = lines.putIfAbsent(entry.enrolmentNumber().toLowerCase(Locale.ROOT), entry.line());
            ofName(entry.name())
                    .or(() -> ofNumber(entry.enrolmentNumber(), same))
                    .ifPresent(words -> wrong.add("Line " + entry.line() + ": " + words));
        }
        if (!wrong.isEmpty()) {
            int more = wrong.size() - MENTIONED;
            throw new RollUnreadable("Nothing was sent; first mend the roll.\n"
                    + String.join("\n", wrong.subList(0, Math.min(MENTIONED, wrong.size())))
                    + (more > 0 ? "\nand " + more + " more." : ""));
        }
    }

    private static Optional<String> ofName(String name) {
        if (name.isEmpty()) {
            return Optional.of("the name is missing.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of("the name is longer than " + LONGEST_NAME + " letters.");
        }
        if (name.codePoints().allMatch(Character::isDigit)) {
            return Optional.of("'" + name + "' is no name; are the columns the wrong way round?");
        }
        if (!name.codePoints().allMatch(SafeText::isHarmless)) {
            return Optional.of("the name has characters that can't be shown.");
        }
        return Damage.ofAny(name);
    }

    private Optional<String> ofNumber(String number, Integer sameNumber) {
        if (number.isEmpty()) {
            return Optional.of("the enrolment number is missing.");
        }
        Optional<String> damage = Damage.ofNumber(number, options.datesAreNumbers());
        if (damage.isPresent()) {
            return damage;
        }
        if (!EnrolmentNumber.isValid(number)) {
            return Optional.of("'" + number + "' is no enrolment number: " + EnrolmentNumber.RULE);
        }
        return Optional.ofNullable(sameNumber).map(line -> number + " stands in line " + line + " too.");
    }
}
