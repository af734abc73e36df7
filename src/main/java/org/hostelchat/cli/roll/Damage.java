package org.hostelchat.cli.roll;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.cli.text.CliWords;

/** Recognises enrolment numbers that a spreadsheet has turned into something else, such as dates. */
final class Damage {
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
    private static final String MONTH_NUMBER = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:(?:19|20)?[0-9]{2})";
    private static final String TIME = "(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?";

    private static final Pattern DATE = Pattern.compile("(?i)(?:"
            + DAY + "([-/.])" + MONTH_NUMBER + "\\1" + YEAR
            + "|" + MONTH_NUMBER + "([-/.])" + DAY + "\\2" + YEAR
            + "|(?:19|20)[0-9]{2}([-/.])" + MONTH_NUMBER + "\\3" + DAY
            + "|" + DAY + "[-/ ]" + MONTH + "(?:[-/ ,]+" + YEAR + ")?"
            + "|" + MONTH + "[-/ ]" + DAY + "(?:[-/ ,]+" + YEAR + ")?"
            + "|" + MONTH + "[-/ ]" + YEAR
            + ")" + TIME);

    private static final Pattern POWER =
            Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-][0-9]+|[0-9]+[.,][0-9]+[eE][0-9]+");

    private static final Pattern DECIMALS = Pattern.compile("[0-9]+[.,]0+");

    private static final Pattern FAULT =
            Pattern.compile("#+|#(?:N/A|REF!|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!)");

    private Damage() {}

    /** What happened to this enrolment number and what to do; empty if it looks intact. */
    static Optional<String> ofNumber(String number, boolean datesAreNumbers) {
        if (POWER.matcher(number).matches()) {
            return Optional.of(CliWords.text("damage.power", "cell", number));
        }
        if (DECIMALS.matcher(number).matches()) {
            return Optional.of(CliWords.text("damage.decimals", "cell", number));
        }
        if (!datesAreNumbers && DATE.matcher(number).matches()) {
            return Optional.of(CliWords.text("damage.date", "cell", number));
        }
        return ofAny(number);
    }

    /** What happened to a cell of any column and what to do; empty if it looks intact. */
    static Optional<String> ofAny(String cell) {
        return FAULT.matcher(cell).matches()
                ? Optional.of(CliWords.text("damage.fault", "cell", cell))
                : Optional.empty();
    }
}
