package org.hostelchat.csv;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises enrolment numbers that a spreadsheet has turned into something else, such as dates. */
public enum CellDamage {
    /** Rounded to a power of ten, such as {@code 1.2E+05}. */
    POWER,
    /** A number with decimals, such as {@code 2023001.0}. */
    DECIMALS,
    /** A date, such as {@code 12-Mar}. */
    DATE,
    /** A formula's fault, such as {@code #N/A}, or a column that was too narrow. */
    FAULT;

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
    private static final String MONTH_NUMBER = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:(?:19|20)?[0-9]{2})";
    private static final String TIME = "(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?";

    private static final Pattern DATE_FORM = Pattern.compile("(?i)(?:"
            + DAY + "([-/.])" + MONTH_NUMBER + "\\1" + YEAR
            + "|" + MONTH_NUMBER + "([-/.])" + DAY + "\\2" + YEAR
            + "|(?:19|20)[0-9]{2}([-/.])" + MONTH_NUMBER + "\\3" + DAY
            + "|" + DAY + "[-/ ]" + MONTH + "(?:[-/ ,]+" + YEAR + ")?"
            + "|" + MONTH + "[-/ ]" + DAY + "(?:[-/ ,]+" + YEAR + ")?"
            + "|" + MONTH + "[-/ ]" + YEAR
            + ")" + TIME);

    private static final Pattern POWER_FORM =
            Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-][0-9]+|[0-9]+[.,][0-9]+[eE][0-9]+");

    private static final Pattern DECIMALS_FORM = Pattern.compile("[0-9]+[.,]0+");

    private static final Pattern FAULT_FORM =
            Pattern.compile("#+|#(?:N/A|REF!|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!)");

    /** How this enrolment number or room was damaged; empty if it looks sound. */
    public static Optional<CellDamage> ofNumber(String number, boolean datesAreNumbers) {
        if (POWER_FORM.matcher(number).matches()) {
            return Optional.of(POWER);
        }
        if (DECIMALS_FORM.matcher(number).matches()) {
            return Optional.of(DECIMALS);
        }
        if (!datesAreNumbers && DATE_FORM.matcher(number).matches()) {
            return Optional.of(DATE);
        }
        return ofAny(number);
    }

    /** How any cell was damaged. */
    public static Optional<CellDamage> ofAny(String cell) {
        return FAULT_FORM.matcher(cell).matches() ? Optional.of(FAULT) : Optional.empty();
    }

    /** Whether a cell as it stands in the file is a formula, and not text that is kept as it is by {@code ="0123"}. */
    public static boolean isFormula(String raw) {
        String cell = raw.strip();
        return cell.startsWith("=") && SheetCell.tidy(cell).startsWith("=");
    }
}
