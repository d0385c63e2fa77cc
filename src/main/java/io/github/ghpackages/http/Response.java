package io.github.ghpackages.http;

import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.text.SafeText;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A final answer of the server, with every trace of the token covered.
 *
 * @param status HTTP status
 * @param headers HTTP headers
 * @param body the whole body as text, empty where there is none
 */
public record Response(int status, Headers headers, String body) {

    private static final int LONGEST_MESSAGE = 500;

    /** The first value of the header of this name. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The body read as JSON. */
    public Json json() throws JsonException {
        return Json.parse(body);
    }

    /** GitHub's {@code message}, harmless to print; empty where the body has none. */
    public String message() {
        try {
            Json json = json();
            String message = json.isObject() ? json.textOrNull("message") : null;
            return message == null ? "" : brief(message);
        } catch (JsonException e) {
            return "";
        }
    }

    /** Whether GitHub's API itself said no, and not a proxy or another web server in its place. */
    public boolean isGitHubError() {
        return status >= 400 && !message().isEmpty();
    }

    /** Whether a web page came instead of data. */
    public boolean isWebPage() {
        String type = header("content-type").orElse("").toLowerCase(Locale.ROOT);
        String start = body.stripLeading();
        return type.startsWith("text/html")
                || start.regionMatches(true, 0, "<!doctype html", 0, 14)
                || start.regionMatches(true, 0, "<html", 0, 5);
    }

    /** What to quote to GitHub's support. */
    public @Nullable String requestId() {
        return header("x-github-request-id").map(Response::brief).orElse(null);
    }

    /** Cut before it is made harmless, too: a message of 16 MB would take its time. */
    private static String brief(String text) {
        String line =
                SafeText.harmless(text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE + 1));
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** The absolute target of a redirect, without its fragment; empty if there is none that can be read. */
    Optional<URI> redirectTarget(URI asked) {
        try {
            return header("location")
                    .filter(location -> !location.isBlank())
                    .map(location -> asked.resolve(withoutFragment(location.strip())))
                    .filter(target -> target.getHost() != null && target.getRawPath() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutFragment(String location) {
        int fragment = location.indexOf('#');
        return fragment < 0 ? location : location.substring(0, fragment);
    }
}
