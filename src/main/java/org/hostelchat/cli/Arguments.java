package org.hostelchat.cli;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was typed: a command, if any, and flags before and after it, as {@code --flag value} or {@code --flag=value}. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private String command;
    private String about;

    private Arguments() {}

    /**
     * @param known every flag of every command, to tell a value from the next word
     * @throws Failure wrong use
     */
    static Arguments parse(List<String> words, Collection<Flag> known) {
        Arguments result = new Arguments();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.startsWith("-") && word.length() > 1) {
                result.takeFlag(word.equals("-h") ? Flag.HELP.name() : word, rest, known);
            } else {
                result.takeWord(word);
            }
        }
        return result;
    }

    private void takeWord(String word) {
        if (command == null) {
            command = word;
        } else if (command.equals("help") && about == null) {
            about = word;
        } else {
            throw Failure.wrongUse("What is '" + word + "'? Every value follows a flag, in quotes if it has spaces.");
        }
    }

    private void takeFlag(String word, Deque<String> rest, Collection<Flag> known) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Flag flag = known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse("There is no flag " + name + "."));
        String value = equals < 0 ? null : word.substring(equals + 1);
        if (flag.takesValue()
                && value == null
                && !rest.isEmpty()
                && !rest.peek().startsWith("--")) {
            value = rest.pop();
        }
        if (flag.takesValue() && (value == null || value.isBlank())) {
            throw Failure.wrongUse(name + " needs a value: " + flag.usage() + ".");
        }
        if (!flag.takesValue() && value != null) {
            throw Failure.wrongUse(name + " takes no value.");
        }
        if (values.put(name, value == null ? "" : value) != null) {
            throw Failure.wrongUse(name + " is given twice.");
        }
    }

    Optional<String> command() {
        return Optional.ofNullable(command);
    }

    /** The command that {@code help} was asked about. */
    Optional<String> about() {
        return Optional.ofNullable(about);
    }

    boolean has(Flag flag) {
        return values.containsKey(flag.name());
    }

    Optional<String> value(Flag flag) {
        return Optional.ofNullable(values.get(flag.name()));
    }

    /** Adds what somebody answered when asked. */
    void answer(Flag flag, String value) {
        values.put(flag.name(), value);
    }

    /** The names of all flags that were given, in order. */
    Set<String> names() {
        return new TreeSet<>(values.keySet());
    }
}
