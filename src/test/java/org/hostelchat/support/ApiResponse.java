package org.hostelchat.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A response: status, headers, body. */
public final class ApiResponse {

    private final String call;
    private final HttpResponse<byte[]> response;

    ApiResponse(String call, HttpResponse<byte[]> response) {
        this.call = call;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readObject();
        } catch (JsonException notJson) {
            throw new AssertionError(this + " is not a JSON object", notJson);
        }
    }

    /** The items of a list. */
    public JsonArray items() {
        return json().getJsonArray("items");
    }

    /** The last segment of a problem's type, such as {@code must-change-password}. */
    public String problem() {
        String type = json().getString("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Fails with the response's content unless the status is one of these. */
    public ApiResponse expect(int... statuses) {
        for (int expected : statuses) {
            if (status() == expected) {
                return this;
            }
        }
        throw new AssertionError(this.toString());
    }

    /** Fails unless it is a problem with this status and this slug. */
    public ApiResponse expectProblem(int status, String slug) {
        expect(status);
        if (!String.valueOf(header("Content-Type")).startsWith("application/problem+json")
                || !problem().equals(slug)) {
            throw new AssertionError("Not the problem " + slug + ": " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String body = body();
        return call + " answered " + status() + " " + header("Content-Type") + ": "
                + body.substring(0, Math.min(1000, body.length()));
    }
}
