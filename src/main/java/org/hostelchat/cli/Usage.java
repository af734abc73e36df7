package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/**
 * How a command is used.
 *
 * @param alias another name of the command, or empty
 * @param flags its own, without the global ones
 * @param examples what may follow the program's name
 */
record Usage(String name, String alias, List<Flag> flags, List<String> examples) {
    /** What the program is called in help texts. */
    static final String PROGRAM = "payara/hostel";

    Usage(String name, List<Flag> flags, List<String> examples) {
        this(name, "", flags, examples);
    }

    /** What the command does, in a sentence. */
    String summary() {
        return CliWords.text("command." + name);
    }

    boolean isCalled(String word) {
        return name.equals(word) || (!alias.isEmpty() && alias.equals(word));
    }

    /** Where its flags are explained. */
    String more() {
        return PROGRAM + " " + name + " --help";
    }
}
