package io.github.ghpackages.stub;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client with a token, for the stub's own tests. */
final class Caller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final StubGitHub github;
    private final String token;

    Caller(StubGitHub github, String token) {
        this.github = github;
        this.token = token;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path);
    }

    HttpResponse<String> post(String path) {
        return send("POST", path);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : github.url() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("User-Agent", "stub-test")
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> put(String url, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The names on all pages. */
    List<String> names(String path) {
        List<String> names = new ArrayList<>();
        String page = path;
        while (!page.isEmpty()) {
            HttpResponse<String> response = get(page);
            json(response)
                    .getAsJsonArray()
                    .forEach(row -> names.add(row.getAsJsonObject().get("name").getAsString()));
            Matcher next = NEXT.matcher(response.headers().firstValue("link").orElse(""));
            page = next.find() ? next.group(1) : "";
        }
        return names;
    }

    static JsonElement json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body());
    }

    static String message(HttpResponse<String> response) {
        return json(response).getAsJsonObject().get("message").getAsString();
    }
}
