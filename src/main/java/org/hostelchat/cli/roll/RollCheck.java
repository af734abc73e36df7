package org.hostelchat.cli.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.cli.text.SafeText;
import org.hostelchat.csv.CellDamage;

/**
 * Finds errors in a roll before anybody is registered. Checks the server's rules as far as the file allows; the server
 * decides.
 */
final class RollCheck {
    private static final int MENTIONED = 10;
    private static final int LONGEST_NAME = 64;

    private final RollOptions options;

    RollCheck(RollOptions options) {
        this.options = options;
    }

    void check(List<RollEntry> entries) throws RollUnreadable {
        if (entries.isEmpty()) {
            throw new RollUnreadable(CliWords.text("roll.nobody"));
        }
        Map<String, Integer> lines = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (RollEntry entry : entries) {
            Integer same = lines.putIfAbsent(entry.enrolmentNumber().toLowerCase(Locale.ROOT), entry.row());
            ofName(entry.name())
                    .or(() -> ofNumber(entry.enrolmentNumber(), same))
                    .ifPresent(words -> wrong.add(CliWords.text("roll.line", "line", entry.row(), "what", words)));
        }
        if (!wrong.isEmpty()) {
            int more = wrong.size() - MENTIONED;
            throw new RollUnreadable(CliWords.text("roll.mend") + "\n"
                    + String.join("\n", wrong.subList(0, Math.min(MENTIONED, wrong.size())))
                    + (more > 0 ? "\n" + CliWords.counted("roll.more", more) : ""));
        }
    }

    private static Optional<String> ofName(String name) {
        if (name.isEmpty()) {
            return Optional.of(CliWords.text("roll.name-missing"));
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of(CliWords.text("roll.name-too-long", "most", LONGEST_NAME));
        }
        if (name.codePoints().allMatch(Character::isDigit)) {
            return Optional.of(CliWords.text("roll.no-name", "name", name));
        }
        if (!name.codePoints().allMatch(SafeText::isHarmless)) {
            return Optional.of(CliWords.text("roll.name-not-shown"));
        }
        return CellDamage.ofAny(name).map(damage -> damaged(damage, name));
    }

    private Optional<String> ofNumber(String number, Integer sameNumber) {
        if (number.isEmpty()) {
            return Optional.of(CliWords.text("roll.number-missing"));
        }
        Optional<String> damage =
                CellDamage.ofNumber(number, options.datesAreNumbers()).map(found -> damaged(found, number));
        if (damage.isPresent()) {
            return damage;
        }
        if (!EnrolmentNumber.isValid(number)) {
            return Optional.of(CliWords.text("roll.no-number", "number", number));
        }
        return Optional.ofNullable(sameNumber)
                .map(line -> CliWords.text("roll.number-twice", "number", number, "line", line));
    }

    private static String damaged(CellDamage damage, String cell) {
        return switch (damage) {
            case POWER -> CliWords.text("damage.power", "cell", cell);
            case DECIMALS -> CliWords.text("damage.decimals", "cell", cell);
            case DATE -> CliWords.text("damage.date", "cell", cell);
            case FAULT -> CliWords.text("damage.fault", "cell", cell);
        };
    }
}
