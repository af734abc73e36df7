package org.hostelchat.demo;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Residents.Person;

/** Posts the notices as the office, and has people acknowledge and discuss some. */
final class NoticeSeeder {
    private static final Pattern DAYS = Pattern.compile("days:(\\d+)");

    private final OfficeCli office;
    private final List<Person> people;
    private final Random dice;

    NoticeSeeder(OfficeCli office, List<Person> people, Random dice) {
        this.office = office;
        this.people = people;
        this.dice = dice;
    }

    /** Posts all notices. Returns the number of acknowledgements. */
    int fill() {
        int acknowledged = 0;
        List<String> block = new ArrayList<>();
        List<String> lines = new ArrayList<>(TextFiles.lines("notices.txt"));
        lines.add("");
        for (String line : lines) {
            if (!line.isEmpty()) {
                block.add(line);
            } else if (!block.isEmpty()) {
                acknowledged += post(block);
                block.clear();
            }
        }
        return acknowledged;
    }

    private int post(List<String> block) {
        String[] head = block.get(0).split(" \\| ", 2);
        String text = String.join(
                "\n",
                block.stream().skip(1).filter(line -> !line.startsWith("> ")).toList());
        List<String> words = new ArrayList<>(List.of("notice", "--title", head[0], "--text", text));
        if (head[1].startsWith("ack")) {
            words.add("--acknowledge");
        }
        Matcher days = DAYS.matcher(head[1]);
        if (days.find()) {
            words.addAll(List.of(
                    "--until",
                    LocalDate.now(ZoneId.systemDefault())
                            .plusDays(Integer.parseInt(days.group(1)))
                            .toString()));
        }
        JsonObject notice = office.json(words.toArray(String[]::new)).asJsonObject();
        discuss(notice, block);
        return head[1].startsWith("ack") ? acknowledge(notice, lastNumber(head[1])) : 0;
    }

    private void discuss(JsonObject notice, List<String> block) {
        long room = notice.getJsonNumber("room").longValue();
        block.stream().filter(line -> line.startsWith("> ")).forEach(line -> {
            Person person = people.get(dice.nextInt(people.size()));
            new HttpSender(person.api()).say(room, line.substring(2));
        });
    }

    private int acknowledge(JsonObject notice, int percent) {
        int count = 0;
        for (Person person : people) {
            if (dice.nextInt(100) < percent) {
                person.api()
                        .put("/api/notices/" + notice.getJsonNumber("id") + "/acknowledgement", Api.json())
                        .expect(204);
                count++;
            }
        }
        return count;
    }

    private static int lastNumber(String flags) {
        return Integer.parseInt(flags.substring(flags.lastIndexOf(' ') + 1));
    }
}
