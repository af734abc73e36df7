package org.hostelchat.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates who says what, deterministically: a few people talk at a time, and now and then one joins or leaves. */
final class Conversation {
    private static final int CHATTER_SHARE = 38;
    private static final int AT_A_TIME = 6;

    private final Random dice;
    private final MessageTexts chatter = new MessageTexts();
    private final Map<String, List<String>> fortunes = Fortunes.byLanguage();

    Conversation(Random dice) {
        this.dice = dice;
    }

    /** @param who the index in the list of people */
    record Line(int who, String body) {}

    /** This many messages by this many people. */
    List<Line> lines(int count, int people) {
        List<Integer> circle = new ArrayList<>();
        while (circle.size() < AT_A_TIME) {
            circle.add(dice.nextInt(people));
        }
        List<Line> lines = new ArrayList<>();
        int speaker = 0;
        while (lines.size() < count) {
            if (dice.nextInt(10) < 7) {
                speaker = dice.nextInt(AT_A_TIME);
            }
            if (dice.nextInt(8) == 0) {
                circle.set(speaker, dice.nextInt(people));
            }
            lines.add(new Line(circle.get(speaker), body()));
        }
        return lines;
    }

    private String body() {
        int ticket = dice.nextInt(100) - CHATTER_SHARE;
        if (ticket >= 0) {
            for (Map.Entry<String, List<String>> language : fortunes.entrySet()) {
                ticket -= Integer.parseInt(language.getKey().substring(3));
                if (ticket < 0) {
                    List<String> texts = language.getValue();
                    return texts.get(dice.nextInt(texts.size()));
                }
            }
        }
        return chatter.line(dice);
    }
}
