package io.github.ghpackages.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sent.
 *
 * @param path as it came over the wire, still encoded, without the query
 * @param query as it came over the wire, without the question mark; empty when there was none
 * @param headers names in lower case
 * @param bodySize bytes of the body
 * @param at when it came, by the machine's clock and not the stub's
 */
public record StubRequest(
        String method, String path, String query, Map<String, List<String>> headers, long bodySize, Instant at) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The decoded value of a query parameter. */
    public Optional<String> parameter(String name) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                return Optional.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** Path and query as they were sent. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    boolean reads() {
        return is("GET") || is("HEAD") || is("OPTIONS");
    }

    /** The decoded segments after the prefix; a trailing slash leaves an empty last one. */
    List<String> segments(String prefix) {
        List<String> decoded = new ArrayList<>();
        for (String segment : path.substring(prefix.length()).substring(1).split("/", -1)) {
            decoded.add(decode(segment));
        }
        return List.copyOf(decoded);
    }

    /** In a path a plus is a plus. */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(StubAnswer.text(400, "text/plain", "Bad Request"));
        }
    }

    @Override
    public String toString() {
        return method + " " + target();
    }
}
