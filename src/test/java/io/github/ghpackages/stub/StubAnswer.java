package io.github.ghpackages.stub;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back, and how.
 *
 * @param headers names as they go over the wire
 */
record StubAnswer(int status, Map<String, String> headers, Body body, Delivery delivery) {

    /** How the answer travels. */
    enum Delivery {
        WHOLE,
        /** The first half arrives, then the connection closes. */
        CUT,
        /** Arrives in small pieces. */
        TRICKLE,
        /** The connection closes without a byte. */
        CLOSED,
        /** The connection is reset. */
        RESET,
        /** Bytes that are no HTTP. */
        GARBAGE
    }

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    static StubAnswer json(int status, Object value) {
        return text(status, "application/json; charset=utf-8", GSON.toJson(value));
    }

    /** An error as GitHub words it. */
    static StubAnswer error(int status, String message) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("documentation_url", "https://docs.github.com/rest/packages/packages");
        error.put("status", String.valueOf(status));
        return json(status, error);
    }

    static StubAnswer text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    static StubAnswer bytes(int status, String contentType, byte[] bytes) {
        return empty(status).with("Content-Type", contentType).withBody(bytes);
    }

    static StubAnswer empty(int status) {
        return new StubAnswer(status, Map.of(), new Body(new byte[0]), Delivery.WHOLE);
    }

    static StubAnswer broken(Delivery delivery) {
        return empty(200).with(delivery);
    }

    StubAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StubAnswer(status, more, body, delivery);
    }

    /** The others' headers too, where it has none of the name. */
    StubAnswer withDefaults(Map<String, String> others) {
        StubAnswer answer = this;
        for (Map.Entry<String, String> other : others.entrySet()) {
            if (headers.keySet().stream().noneMatch(other.getKey()::equalsIgnoreCase)) {
                answer = answer.with(other.getKey(), other.getValue());
            }
        }
        return answer;
    }

    StubAnswer without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.keySet().removeIf(name::equalsIgnoreCase);
        return new StubAnswer(status, fewer, body, delivery);
    }

    StubAnswer with(Delivery how) {
        return new StubAnswer(status, headers, body, how);
    }

    StubAnswer withBody(byte[] bytes) {
        return new StubAnswer(status, headers, new Body(bytes), delivery);
    }

    String text() {
        return new String(body.bytes, StandardCharsets.UTF_8);
    }

    /** Bytes that are compared by identity and never copied. */
    static final class Body {
        final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
