package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hostelchat.attachment.Pictures;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;

/** Files over HTTP: taken in, posted, given out to those who may read the post, and gone with it. */
@EachDatabase
class FilesApiIT {

    private static final String MESSAGES = "/api/rooms/1/messages";

    private static ApiResponse upload(Api who, String name, byte[] bytes, String type) {
        return who.send(
                "POST",
                "/api/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                BodyPublishers.ofByteArray(bytes),
                type);
    }

    private static ApiResponse piece(Api who, long id, long offset, byte[] bytes) {
        return who.send(
                "PATCH",
                "/api/files/uploads/" + id + "?offset=" + offset,
                BodyPublishers.ofByteArray(bytes),
                "application/octet-stream");
    }

    private static JsonObject with(String body, JsonArray files) {
        return Json.createObjectBuilder().add("body", body).add("files", files).build();
    }

    private static JsonArray ids(long... ids) {
        var list = Json.createArrayBuilder();
        for (var id : ids) list.add(id);
        return list.build();
    }

    private static int post(Api who, String room, JsonObject post) {
        return who.put(room + "/" + UUID.randomUUID(), post).expect(201).json().getInt("seq");
    }

    @Test
    void aPictureIsPostedReadAndGoneWithItsPost(HostelServer server) {
        var asha = server.residents().student("आशा").api();
        var ravi = server.residents().student("ரவி").api();
        var photo = upload(asha, "../मेनू – ₹.jpg", Pictures.photo(400, 300), "image/jpeg")
                .expect(201)
                .json();
        var id = photo.getInt("id");
        assertEquals("मेनू – ₹.jpg", photo.getString("name"));
        assertEquals("image/jpeg", photo.getString("type"));
        assertEquals(300, photo.getInt("width"), "as it is shown");
        assertEquals(400, photo.getInt("height"));
        var path = "/api/files/" + id;
        ravi.get(path).expectProblem(404, "no-such-file");
        asha.send("PUT", path + "/preview", BodyPublishers.ofByteArray(Pictures.jpeg(40, 30)), "image/jpeg")
                .expect(200);
        ravi.put(MESSAGES + "/" + UUID.randomUUID(), with("theirs", ids(id))).expectProblem(422, "no-such-file");

        var clientId = UUID.randomUUID();
        var seq = asha.put(MESSAGES + "/" + clientId, with("", ids(id)))
                .expect(201)
                .json()
                .getInt("seq");
        asha.put(MESSAGES + "/" + clientId, with("", ids(id))).expect(200);
        asha.put(MESSAGES + "/" + clientId, with("", ids(id, id))).expectProblem(422, "wrong-fields");
        asha.put(MESSAGES + "/" + clientId, json("body", "x")).expectProblem(409, "client-id-used");
        asha.put(MESSAGES + "/" + UUID.randomUUID(), with("again", ids(id))).expectProblem(422, "file-used");
        asha.put(MESSAGES + "/" + UUID.randomUUID(), json("body", "")).expectProblem(422, "unacceptable-text");

        var item = ravi.get("/api/rooms/1/history?around=" + seq + "&limit=1")
                .expect(200)
                .items()
                .getJsonObject(0);
        var file = item.getJsonArray("files").getJsonObject(0);
        assertTrue(file.getBoolean("preview"));
        assertEquals(300, file.getInt("width"));
        var event =
                ravi.get(MESSAGES + "?after=" + (seq - 1)).expect(200).items().getJsonObject(0);
        assertEquals(item.getJsonArray("files"), event.getJsonArray("files"));

        var bytes = ravi.get(path).expect(200);
        assertFalse(bytes.body().contains("GPS"), "place and camera");
        assertEquals("image/jpeg", bytes.header("Content-Type"));
        assertEquals(List.of("sandbox; default-src 'none'"), bytes.headers("Content-Security-Policy"));
        assertEquals(List.of("nosniff"), bytes.headers("X-Content-Type-Options"));
        assertEquals(List.of("private, no-cache"), bytes.headers("Cache-Control"));
        assertTrue(bytes.header("Content-Disposition").startsWith("inline; filename=\""));
        assertTrue(bytes.header("Content-Disposition")
                .endsWith("filename*=UTF-8''%E0%A4%AE%E0%A5%87%E0%A4%A8%E0%A5%82%20%E2%80%93%20%E2%82%B9.jpg"));
        assertEquals(
                String.valueOf(bytes.bytes().length),
                ravi.send("HEAD", path, null).expect(200).header("Content-Length"));
        assertEquals("image/jpeg", ravi.get(path + "/preview").expect(200).header("Content-Type"));
        server.api().get(path).expectProblem(401, "not-signed-in");

        asha.delete(path).expectProblem(409, "file-used");
        asha.delete(MESSAGES + "/by-seq/" + seq).expect(204);
        ravi.get(path).expectProblem(404, "no-such-file");
        ravi.get(path + "/preview").expectProblem(404, "no-such-file");
    }

    @Test
    void bytesComeInPartsAndOnlyIfTheyAreNew(HostelServer server) {
        var asha = server.residents().student("Asha").api();
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        var path = "/api/files/"
                + upload(asha, "a.bin", bytes, null).expect(201).json().getInt("id");
        var whole = asha.get(path).expect(200);
        assertArrayEquals(bytes, whole.bytes());
        assertTrue(whole.header("Content-Disposition").startsWith("attachment"));
        var tag = whole.header("ETag");
        asha.header("If-None-Match", tag).get(path).expect(304);
        asha.header("If-None-Match", null);
        for (var range : new String[] {"bytes=10-19", "bytes=99990-", "bytes=-10", "bytes=99990-999999"}) {
            var part = asha.header("Range", range).get(path).expect(206);
            assertEquals(10, part.bytes().length, range);
            assertTrue(part.header("Content-Range").endsWith("/100000"), range);
        }
        for (var all : new String[] {"bytes=0-", "bytes=0-99999", "bytes=0-999999", "bytes=-999999"}) {
            var part = asha.header("Range", all).get(path).expect(206);
            assertEquals(
                    "bytes 0-99999/100000",
                    part.header("Content-Range"),
                    "players ask like this whether they may seek");
            assertArrayEquals(bytes, part.bytes());
        }
        for (var beyond : new String[] {"bytes=100000-", "bytes=-0"}) {
            var none = asha.header("Range", beyond).get(path).expectProblem(416, "wrong-range");
            assertEquals("bytes */100000", none.header("Content-Range"));
        }
        for (var odd :
                new String[] {"bytes=1-2,5-6", "bytes=9-1", "lines=1-2", "bytes=-", "bytes=99999999999999999999-"}) {
            asha.header("Range", odd).get(path).expect(200);
        }
        asha.header("If-Range", "\"other\"")
                .header("Range", "bytes=0-1")
                .get(path)
                .expect(200);
        asha.header("If-Range", tag).get(path).expect(206);
    }

    @Test
    void aFileWithoutALengthIsRefusedBeforeItIsRead(HostelServer server) {
        var asha = server.residents().student("Asha").api();
        var unknown = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[100]));
        asha.send("POST", "/api/files?name=a.bin", unknown, "application/octet-stream")
                .expectProblem(411, "length-needed");
    }

    @Test
    void anUploadInPiecesGoesOnWhereItWas(HostelServer server) {
        var asha = server.residents().student("Asha").api();
        var ravi = server.residents().student("Ravi").api();
        var bytes = new byte[300_000];
        new Random(2).nextBytes(bytes);
        var begun = asha.post("/api/files/uploads", json("name", "a.bin", "size", bytes.length))
                .expect(201);
        var id = begun.json().getInt("id");
        assertEquals("/api/files/uploads/" + id, begun.header("Location"));
        assertEquals(131_072, begun.json().getInt("piece"));
        piece(asha, id, 1, new byte[10]).expectProblem(409, "wrong-offset");
        piece(ravi, id, 0, new byte[10]).expectProblem(404, "no-such-file");
        for (var offset = 0; offset < bytes.length; offset += 100_000) {
            assertEquals(
                    offset,
                    asha.get("/api/files/uploads/" + id).expect(200).json().getInt("offset"));
            piece(asha, id, offset, Arrays.copyOfRange(bytes, offset, offset + 100_000))
                    .expect(200);
            piece(asha, id, offset, new byte[1]).expectProblem(409, "wrong-offset");
        }
        piece(asha, id, bytes.length, new byte[1]).expectProblem(422, "wrong-length");
        asha.post("/api/files/uploads/" + id + "/complete", json()).expect(200);
        asha.post("/api/files/uploads/" + id + "/complete", json()).expect(200);
        server.residents().student("Ravi").api().delete("/api/files/" + id).expect(204);
        assertArrayEquals(bytes, asha.get("/api/files/" + id).expect(200).bytes(), "others delete nothing");
        asha.delete("/api/files/" + id).expect(204);
        asha.delete("/api/files/" + id).expect(204);
        asha.get("/api/files/" + id).expectProblem(404, "no-such-file");
    }

    @Test
    void aLargeFileIsTakenAtOnceAndLeavesNothingBehind(HostelServer server) throws IOException {
        var asha = server.residents().student("Asha").api();
        var film = new byte[5 * 1024 * 1024 + 1];
        new Random(5).nextBytes(film);
        for (var type : new String[] {"application/octet-stream", "application/x-www-form-urlencoded", null}) {
            var kept = upload(asha, "film.mp4", film, type).expect(201).json();
            assertEquals(film.length, kept.getInt("size"));
            assertArrayEquals(
                    film,
                    asha.get("/api/files/" + kept.getInt("id")).expect(200).bytes());
        }
        upload(server.api(), "film.mp4", film, "video/mp4").expectProblem(401, "not-signed-in");
        asha.send("POST", "/api/rooms", BodyPublishers.ofByteArray(film), "application/json")
                .expectProblem(413, "too-large");
        assertTooLargeBeforeItIsSent(server, 25 * 1024 * 1024 + 1);
        breakOff(server, film.length);
        Pause.until(
                "nothing is left",
                Duration.ofSeconds(60),
                () -> isEmpty(server.data().resolve("incoming")));
    }

    /** Only the head is sent. */
    private static void assertTooLargeBeforeItIsSent(HostelServer server, long length) throws IOException {
        try (var socket = new Socket(server.url().getHost(), server.port())) {
            socket.getOutputStream().write(head(length));
            socket.setSoTimeout(60_000);
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 413", answer);
        }
    }

    private static void breakOff(HostelServer server, long length) throws IOException {
        try (var socket = new Socket(server.url().getHost(), server.port())) {
            socket.getOutputStream().write(head(length));
            socket.getOutputStream().write(new byte[300_000]);
            socket.getOutputStream().flush();
            Pause.until(
                    "it arrives",
                    Duration.ofSeconds(60),
                    () -> !isEmpty(server.data().resolve("incoming")));
        }
    }

    private static byte[] head(long length) {
        return ("POST /api/files?name=film.mp4 HTTP/1.1\r\nHost: localhost\r\nContent-Type: video/mp4\r\nContent-Length: "
                        + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isEmpty(Path folder) {
        try (var all = Files.list(folder)) {
            return all.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsHostileIsRefusedOrHarmless(HostelServer server) {
        var asha = server.residents().student("Asha").api();
        var svg = Pictures.latin("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        upload(asha, "a.png", svg, "image/png").expectProblem(415, "not-this-type");
        upload(asha, "a.gif", Pictures.latin("GIF89a<script>"), "text/html").expect(201);
        for (var type : new String[] {
            "image/svg+xml", "text/html", "application/xhtml+xml", "application/x-www-form-urlencoded", null
        }) {
            var kept = upload(asha, "a.svg", svg, type).expect(201).json();
            assertEquals("application/octet-stream", kept.getString("type"));
            var answer = asha.get("/api/files/" + kept.getInt("id")).expect(200);
            assertArrayEquals(svg, answer.bytes());
            assertEquals("application/octet-stream", answer.header("Content-Type"));
            assertTrue(answer.header("Content-Disposition").startsWith("attachment"));
        }
        var name = upload(asha, "a\"; filename=evil.html\r\nX: y\u202e", svg, null)
                .expect(201)
                .json();
        var answer = asha.get("/api/files/" + name.getInt("id")).expect(200);
        assertNull(answer.header("X"));
        assertEquals(2, answer.header("Content-Disposition").split("filename").length - 1 - 2);
        upload(asha, "a", new byte[0], null).expectProblem(422, "empty-file");
        asha.post("/api/files/uploads", json("name", "a", "size", 25 * 1024 * 1024 + 1))
                .expectProblem(413, "too-large");
        for (var size : new Object[] {0, -1, Long.MAX_VALUE, "1"}) {
            asha.post("/api/files/uploads", json("name", "a", "size", size)).expect(413, 422);
        }
        for (var id : new String[] {"0", "999999999", "99999999999999999999"}) {
            asha.get("/api/files/" + id).expect(404);
            asha.get("/api/files/uploads/" + id).expect(404);
            asha.delete("/api/files/" + id).expect(204, 404);
        }
        for (var wrong :
                new String[] {"\"1\"", "[\"1\"]", "[1.5]", "{}", "[1,2,3,4,5,6,7,8,9,10,11]", "[99999999999999999999]"
                }) {
            asha.send(
                            "PUT",
                            MESSAGES + "/" + UUID.randomUUID(),
                            BodyPublishers.ofString("{\"body\":\"x\",\"files\":" + wrong + "}"),
                            "application/json")
                    .expectProblem(422, "wrong-fields");
        }
    }

    @Test
    void whoLeavesARoomReadsItsFilesNoMore(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi");
        var room = asha.api()
                .post(
                        "/api/rooms",
                        Json.createObjectBuilder()
                                .add("name", "Mess " + UUID.randomUUID())
                                .add("kind", "GROUP")
                                .add("people", ids())
                                .build())
                .expect(201)
                .json()
                .getInt("id");
        var before = upload(asha.api(), "before.png", Pictures.png(20, 10), "image/png")
                .expect(201)
                .json()
                .getInt("id");
        post(asha.api(), "/api/rooms/" + room + "/messages", with("x", ids(before)));
        asha.api()
                .send("PUT", "/api/rooms/" + room + "/members/" + ravi.id(), null)
                .expect(204);
        var after = upload(asha.api(), "after.png", Pictures.png(20, 10), "image/png")
                .expect(201)
                .json()
                .getInt("id");
        post(asha.api(), "/api/rooms/" + room + "/messages", with("", ids(after)));
        ravi.api().get("/api/files/" + before).expectProblem(404, "no-such-file");
        ravi.api().get("/api/files/" + after).expect(200);
        server.residents().admin("Warden").api().get("/api/files/" + after).expectProblem(404, "no-such-file");
        asha.api().delete("/api/rooms/" + room + "/members/" + ravi.id()).expect(204);
        ravi.api().get("/api/files/" + after).expectProblem(404, "no-such-file");
    }
}
