package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Response;
import io.github.ghpackages.http.Token;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The one table from status, headers and message to an explanation. */
final class Failures {

    private static final String REQUIRED_SSO = "required;";

    private final HttpApi http;

    Failures(HttpApi http) {
        this.http = http;
    }

    /** The explanation of an answer that is not what was hoped for. */
    PackagesException explain(String tried, Operation operation, Response response) {
        String failed = tried + " failed.";
        if (response.isWebPage()) {
            return webPage(failed, response);
        }
        return switch (response.status()) {
            case 401 -> tokenRejected(failed, response);
            case 403, 404 -> denied(failed, operation, response);
            case 500, 502, 503, 504 ->
                new PackagesException(
                        Id.SERVER_ERROR,
                        failed,
                        "The server failed: " + words(response) + ".",
                        "Run the goal again later; it goes on where it stopped." + quote(response));
            default ->
                new PackagesException(
                        Id.UNEXPECTED_ANSWER,
                        failed,
                        "The server answered " + words(response) + ".",
                        "Check that apiUrl is a REST API of GitHub and that no proxy answers in its place."
                                + quote(response));
        };
    }

    PackagesException tokenRejected(String failed, Response response) {
        Token token = http.settings().token();
        String which = token == null ? "No token was sent" : "The " + token + " is not accepted";
        return new PackagesException(
                Id.TOKEN_REJECTED,
                failed,
                which + ": " + words(response) + ".",
                "Put a valid personal access token (classic) there; it may have expired or been revoked.");
    }

    private PackagesException denied(String failed, Operation operation, Response response) {
        Optional<String> sso = response.header("x-github-sso").filter(value -> value.startsWith(REQUIRED_SSO));
        if (sso.isPresent()) {
            return singleSignOn(failed, sso.get());
        }
        List<String> missing = missingScopes(operation, response);
        if (!missing.isEmpty() || response.message().contains(" scope")) {
            return missingScope(failed, operation, missing, response);
        }
        return new PackagesException(
                Id.ACCESS_DENIED,
                failed,
                "GitHub answered " + words(response) + ".",
                "Check that the token may see the package and, to delete or restore, that it has the admin right on its repository."
                        + quote(response));
    }

    private static PackagesException singleSignOn(String failed, String header) {
        PackagesException error = new PackagesException(
                Id.SINGLE_SIGN_ON,
                failed,
                "The organisation wants this token authorised for its single sign-on.",
                "Authorise the token for the organisation in GitHub under Settings, Developer settings, Tokens (classic), Configure SSO.");
        int url = header.indexOf("url=");
        return url < 0 ? error : error.withConsoleOnly(header.substring(url + 4).strip());
    }

    PackagesException missingScope(String failed, Operation operation, List<String> missing, Response response) {
        String has = response.header("x-oauth-scopes")
                .map(scopes -> " It has: " + (scopes.isBlank() ? "none" : scopes) + ".")
                .orElse("");
        String lacks = missing.isEmpty()
                ? response.message()
                : "The token lacks the scope " + String.join(", ", missing) + ".";
        return new PackagesException(
                Id.MISSING_SCOPE,
                failed,
                lacks + has,
                "Give the token (classic) the scopes " + String.join(", ", operation.scopes())
                        + ", and repo for packages of private repositories.");
    }

    /** What the headers of an answer show to be missing; empty where they show nothing. */
    static List<String> missingScopes(Operation operation, Response response) {
        return response.header("x-oauth-scopes")
                .map(header -> {
                    var scopes = new TreeSet<>(Arrays.asList(header.strip().split("\\s*,\\s*")));
                    if (scopes.contains("write:packages")) {
                        scopes.add("read:packages");
                    }
                    return operation.scopes().stream()
                            .filter(scope -> !scopes.contains(scope))
                            .toList();
                })
                .orElse(List.of());
    }

    private static PackagesException webPage(String failed, Response response) {
        return new PackagesException(
                Id.UNEXPECTED_ANSWER,
                failed,
                "The server answered with a web page (HTTP " + response.status() + ") instead of data.",
                "Check that apiUrl is a REST API of GitHub, such as https://api.github.com or https://HOST/api/v3, and that no proxy answers in its place.");
    }

    static String words(Response response) {
        String message = response.message();
        return "HTTP " + response.status() + (message.isEmpty() ? "" : ", '" + message + "'");
    }

    private static String quote(Response response) {
        String id = response.requestId();
        return id == null ? "" : " GitHub's support can find the request as " + id + ".";
    }

    static String shown(URI url) {
        return url.getRawPath();
    }
}
