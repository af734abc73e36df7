package org.hostelchat.cli;

/** Somebody in the register, by enrolment number. */
final class Person {
    static final String ALL = "/api/users";

    static final String NUMBER_RULE = "it has 1 to 32 letters A to Z, digits, '-' and, within, '/'.";

    private Person() {}

    /** As the server has it: slashes stand in paths as they are, so what would name another path is no number. */
    static boolean isEnrolmentNumber(String text) {
        return text.length() <= 32
                && text.matches("[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)*")
                && !text.matches("(?i).*/(?:password-reset|sessions)");
    }

    /**
     * The path of a person.
     *
     * @throws Failure refused, if nobody can have this number: it would name another path
     */
    static String path(String enrolmentNumber) {
        String number = enrolmentNumber.strip();
        if (!isEnrolmentNumber(number)) {
            throw Failure.refused("Nobody has the enrolment number " + number + ": " + NUMBER_RULE);
        }
        return ALL + "/" + number;
    }

    /** For people: name and enrolment number. */
    static String words(Json user) {
        return user.text("name").orElse("?") + " ("
                + user.text("enrolmentNumber").orElse("?") + ")";
    }

    /** The call that registers somebody. */
    static Json registration(String name, String enrolmentNumber, String role) {
        return Json.object()
                .with("name", Json.of(name))
                .with("enrolmentNumber", Json.of(enrolmentNumber))
                .with("role", Json.of(role));
    }
}
