package org.hostelchat.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Residents.Person;

/** Plays what people say to each other in a room, line by line in the form of {@code evening.txt}, with answers, mentions, reactions and a picture. */
final class Dialogue {
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:(>)(\\w*))?( picture)?\\|(.*)");
    private static final Pattern REACTIONS = Pattern.compile("\\+([\\w,]+) (.+)");
    private static final Pattern MENTION = Pattern.compile("@(\\w+)");

    private final Cast cast;
    private final long room;
    private final Map<String, Long> lastOf = new HashMap<>();
    private long last;

    Dialogue(Cast cast, long room) {
        this.cast = cast;
        this.room = room;
    }

    /** Returns the number of posts. */
    int play(List<String> lines) {
        int posts = 0;
        for (String line : lines) {
            Matcher reactions = REACTIONS.matcher(line);
            if (reactions.matches()) {
                react(reactions.group(1).split(",", -1), reactions.group(2));
            } else {
                say(line);
                posts++;
            }
        }
        return posts;
    }

    private void say(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("Not a line of a dialogue: " + line);
        }
        Person author = cast.person(parts.group(1));
        Set<Long> mentions = new LinkedHashSet<>();
        String body = MENTION.matcher(parts.group(5).replace("\\n", "\n")).replaceAll(mention -> {
            Person person = cast.person(mention.group(1));
            mentions.add(person.id());
            return Matcher.quoteReplacement("@" + person.name());
        });
        var post = Json.createObjectBuilder().add("body", body);
        if (!mentions.isEmpty()) {
            post.add("mentions", Json.createArrayBuilder(mentions));
        }
        if (parts.group(2) != null) {
            post.add("replyTo", parts.group(3).isEmpty() ? last : lastOf.get(parts.group(3)));
        }
        if (parts.group(4) != null) {
            post.add("files", Json.createArrayBuilder().add(upload(author)));
        }
        last = seq(author.api(), post.build());
        lastOf.put(parts.group(1), last);
    }

    private long seq(Api api, JsonObject post) {
        return api.put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), post)
                .expect(201)
                .json()
                .getJsonNumber("seq")
                .longValue();
    }

    private static int upload(Person author) {
        String name = URLEncoder.encode("terrace.jpg", StandardCharsets.UTF_8);
        return author.api()
                .send("POST", "/api/files?name=" + name, BodyPublishers.ofByteArray(NightSky.jpeg()), "image/jpeg")
                .expect(201)
                .json()
                .getInt("id");
    }

    private void react(String[] people, String emoji) {
        String path = "/api/rooms/" + room + "/messages/by-seq/" + last + "/reactions/"
                + URLEncoder.encode(emoji, StandardCharsets.UTF_8);
        for (String who : people) {
            cast.person(who).api().put(path, Api.json()).expect(204);
        }
    }
}
