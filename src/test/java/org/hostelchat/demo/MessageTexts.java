package org.hostelchat.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of messages in a hostel, in its languages. */
final class MessageTexts {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final List<String[]> sentences = new ArrayList<>();
    private final Map<String, String[]> slots = new HashMap<>();

    MessageTexts() {
        for (String line : TextFiles.lines("chatter.txt")) {
            int colon = line.indexOf(": ");
            String key = line.substring(0, colon);
            String text = line.substring(colon + 2);
            if (key.indexOf('.') < 0) {
                sentences.add(new String[] {key, text});
            } else {
                slots.put(key, text.split("/", -1));
            }
        }
    }

    String line(Random dice) {
        String[] sentence = sentences.get(dice.nextInt(sentences.size()));
        return SLOT.matcher(sentence[1]).replaceAll(slot -> {
            String[] values = slots.get(sentence[0] + "." + slot.group(1));
            return Matcher.quoteReplacement(values[dice.nextInt(values.length)]);
        });
    }
}
