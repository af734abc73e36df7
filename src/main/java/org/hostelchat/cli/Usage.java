package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/**
 * The usage of a command, for parsing and help.
 *
 * @param alias another name of the command, or empty
 * @param operand the placeholder of the one argument that is no flag, such as {@code FILE}; empty if it takes none
 * @param flags its own flags, without the global ones
 * @param examples example arguments, without the program's name
 */
record Usage(String name, String alias, String operand, List<Flag> flags, List<String> examples) {
    /** The name of the program in help texts. */
    static final String PROGRAM = "payara/hostel";

    Usage(String name, List<Flag> flags, List<String> examples) {
        this(name, "", "", flags, examples);
    }

    /** The usage of a command that takes one argument besides its flags. */
    static Usage withOperand(String name, String operand, List<Flag> flags, List<String> examples) {
        return new Usage(name, "", operand, flags, examples);
    }

    /** The command as typed, with the placeholder of its operand. */
    String call() {
        return PROGRAM + " " + name + (operand.isEmpty() ? "" : " " + operand);
    }

    /** A sentence that says what the command does. */
    String summary() {
        return CliWords.text("command." + name);
    }

    boolean isCalled(String word) {
        return name.equals(word) || (!alias.isEmpty() && alias.equals(word));
    }

    /** Further explanation of its flags. */
    String more() {
        return PROGRAM + " " + name + " --help";
    }
}
