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
import java.util.stream.Stream;

/** The people of the demo: deterministic, with unique names. */
final class DemoPeople {
    private static final List<String> BRANCHES = List.of("CS", "EE", "ME", "CE", "BT", "LAW");

    private DemoPeople() {}

    /** Writes the roll as an office would, a line for each person, by enrolment number: 75 in each of four wings. */
    static Path write(Path file, Random dice) {
        List<String> lines = new ArrayList<>(List.of("name,enrolment,wing,floor,room,year,course"));
        for (String name : names(dice)) {
            int number = lines.size();
            int year = 2022 + number * 4 / 301;
            String course = BRANCHES.get(dice.nextInt(BRANCHES.size()));
            int place = (number * 7) % 300;
            char wing = (char) ('A' + place / 75);
            int floor = 1 + place % 75 / 19;
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%d/%s/%03d,%s,%d,%s-%d%02d,%d,%s",
                    name,
                    year,
                    course,
                    number,
                    wing,
                    floor,
                    wing,
                    floor,
                    1 + place % 75 % 19,
                    2026 - year,
                    course));
        }
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The enrolment numbers of a roll that was written, in its order. */
    static List<String> numbers(Path roll) {
        try (Stream<String> lines = Files.lines(roll)) {
            return lines.skip(1).map(line -> line.split(",", -1)[1]).toList();
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
