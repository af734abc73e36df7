package org.hostelchat.cli;

import java.util.List;

/**
 * How a command is used.
 *
 * @param alias another name of the command, or empty
 * @param flags its own, without the global ones
 * @param examples what may follow the program's name
 */
record Usage(String name, String alias, String summary, List<Flag> flags, List<String> examples) {
    /** What the program is called in help texts. */
    static final String PROGRAM = "payara/hostel";

    Usage(String name, String summary, List<Flag> flags, List<String> examples) {
        this(name, "", summary, flags, examples);
    }

    boolean isCalled(String word) {
        return name.equals(word) || (!alias.isEmpty() && alias.equals(word));
    }

    /** Where its flags are explained. */
    String more() {
        return PROGRAM + " " + name + " --help";
    }
}
