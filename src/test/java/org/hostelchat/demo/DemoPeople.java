package org.hostelchat.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The people of the demo: deterministic, with unique names. */
final class DemoPeople {
    private static final List<String> BRANCHES = List.of("CS", "EE", "ME", "CE", "BT", "LAW");

    private DemoPeople() {}

    /** Writes the roll as an office would, a line for each person, by enrolment number. */
    static Path write(Path file, Random dice) {
        List<String> lines = new ArrayList<>(List.of("name,enrolment"));
        for (String name : names(dice)) {
            int number = lines.size();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%d/%s/%03d",
                    name,
                    2022 + number * 4 / 301,
                    BRANCHES.get(dice.nextInt(BRANCHES.size())),
                    number));
        }
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(Random dice) {
        Set<String> names = new LinkedHashSet<>();
        for (String line : TextFiles.lines("names.txt")) {
            String[] parts = line.split("\\|", 3);
            int wanted = names.size() + Integer.parseInt(parts[0]);
            while (names.size() < wanted) {
                names.add(pick(parts[1], dice) + " " + pick(parts[2], dice));
            }
        }
        return names;
    }

    private static String pick(String list, Random dice) {
        String[] values = list.split(",", -1);
        return values[dice.nextInt(values.length)];
    }
}
