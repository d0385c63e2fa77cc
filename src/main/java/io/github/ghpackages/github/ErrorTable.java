package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.TokenFacts.Scopes;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Origin;
import io.github.ghpackages.http.Response;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one table from status, headers and message to an explanation. Knows what the answer says, and asks nothing more. */
final class ErrorTable {

    private static final String CHECK_API =
            "Check that apiUrl is a REST API of GitHub, such as https://api.github.com or https://HOST/api/v3, and"
                    + " that no proxy answers in its place.";

    private static final Pattern SCOPE = Pattern.compile("\\bscope\\b");

    private final @Nullable Token token;
    private final URI apiUrl;
    private final Origin api;
    private final HttpApi http;
    private final Operation reading;

    /**
     * @param reading what {@link #read} reads
     */
    ErrorTable(HttpApi http, Operation reading) {
        this.http = http;
        this.reading = reading;
        this.token = http.settings().token();
        this.apiUrl = http.settings().apiUrl();
        this.api = Origin.of(http.settings().apiUrl());
    }

    /** The same table, for answers that contain something else. */
    ErrorTable whenReading(Operation other) {
        return new ErrorTable(http, other);
    }

    /** What the data of the answer say; an answer without data, or with others than expected, is explained. */
    <T> T read(String tried, Response response, Json.Use<T> data) {
        if (response.status() != 200 || response.isWebPage()) {
            throw explain(tried, reading, response);
        }
        try {
            return data.of(response.json());
        } catch (JsonException e) {
            throw error(
                    Id.UNEXPECTED_ANSWER,
                    tried + " failed.",
                    "The answer of the server is not what GitHub sends: " + e.getMessage() + ".",
                    CHECK_API);
        }
    }

    /**
     * Why this is not the answer that was hoped for.
     *
     * @param tried what was tried, without a full stop
     */
    PackagesException explain(String tried, Operation operation, Response response) {
        String failed = tried + " failed.";
        String said = "The server answered " + words(response) + ".";
        if (response.isWebPage()) {
            return error(Id.UNEXPECTED_ANSWER, failed, said + " That is a web page instead of data.", CHECK_API);
        }
        return switch (response.status()) {
            case 401 -> tokenRejected(failed, response);
            case 403, 404 -> denied(failed, operation, response);
            case 407 ->
                error(
                        Id.CONNECTION_FAILED,
                        failed,
                        "The proxy requires another login (HTTP 407).",
                        "Check username and password of the <proxy> in settings.xml.");
            case 451 -> error(Id.ACCESS_DENIED, failed, said, "GitHub has blocked this for legal reasons.");
            case 410 -> outdated(failed, said);
            case 400 -> badRequest(failed, operation, response);
            case 500, 502, 503, 504 ->
                error(Id.SERVER_ERROR, failed, said, "Run the goal again later." + quote(response));
            default -> unexpected(failed, response);
        };
    }

    /** GitHub answered 404 to the one question that it has an answer to for every token. */
    PackagesException wrongApi(String tried, Response response) {
        return error(
                Id.UNEXPECTED_ANSWER,
                tried + " failed.",
                "The server answered " + words(response) + ", which no GitHub API answers here: the path of " + apiUrl
                        + " is wrong.",
                "Correct apiUrl: it is https://api.github.com for github.com, and https://HOST/api/v3 for a GitHub"
                        + " Enterprise Server.");
    }

    /** What GitHub calls missing scopes, or what the token's own scopes show to be missing. */
    PackagesException missingScope(String failed, Operation operation, Scopes scopes) {
        return error(
                Id.MISSING_SCOPE,
                failed,
                "The " + token + " lacks the scope " + String.join(" and ", scopes.missingFor(operation)) + " for "
                        + operation + ". It has: " + scopes + ".",
                operation.neededScopes());
    }

    private PackagesException tokenRejected(String failed, Response response) {
        String reason = token == null
                ? "There is no token, but GitHub requires one."
                : "GitHub does not accept the " + token + ": " + words(response) + ".";
        return error(
                Id.TOKEN_REJECTED,
                failed,
                reason,
                "It is wrong, expired or revoked, or belongs to another server than " + api
                        + ". Create a new personal access token (classic) and put it there.");
    }

    private PackagesException denied(String failed, Operation operation, Response response) {
        Optional<String> sso = response.header("x-github-sso").filter(value -> value.startsWith("required"));
        if (sso.isPresent()) {
            return singleSignOn(failed, sso.get());
        }
        String message = response.message();
        Optional<PackagesException> policy = Policies.explain(failed, message);
        if (policy.isPresent()) {
            return policy.get();
        }
        Optional<Scopes> scopes = response.header("x-oauth-scopes").map(Scopes::of);
        if (scopes.isPresent() && !scopes.get().missingFor(operation).isEmpty()) {
            return missingScope(failed, operation, scopes.get());
        }
        if (SCOPE.matcher(message).find()) {
            return error(Id.MISSING_SCOPE, failed, "GitHub says: " + message, operation.neededScopes());
        }
        if (message.contains("not accessible by integration")) {
            return error(
                    Id.ACCESS_DENIED,
                    failed,
                    "GitHub says: " + message
                            + ". A GITHUB_TOKEN may only change packages of the repository that its workflow runs in.",
                    "Give the job 'permissions: packages: write'. For a package of another repository, use a personal"
                            + " access token (classic).");
        }
        if (message.contains("login attempts")) {
            return error(
                    Id.TOKEN_REJECTED,
                    failed,
                    "GitHub says: " + message + " After many bad tokens, it also rejects valid ones.",
                    "Wait a few minutes, and find out what keeps sending a bad token.");
        }
        return error(
                Id.ACCESS_DENIED,
                failed,
                "The server answered " + words(response) + ".",
                operation.check() + hints(response));
    }

    private static PackagesException singleSignOn(String failed, String header) {
        PackagesException error = error(
                Id.SINGLE_SIGN_ON,
                failed,
                "The organisation protects its packages by single sign-on, and this token is not authorised for it.",
                "Authorise it in GitHub under Settings, Developer settings, Personal access tokens, Tokens (classic),"
                        + " Configure SSO.");
        int url = header.indexOf("url=");
        return url < 0
                ? error
                : error.withConsoleOnly("Authorise it within an hour at "
                        + header.substring(url + 4).strip());
    }

    /** What the token's or the server's kind may have to do with a 403 or 404. */
    private String hints(Response response) {
        StringBuilder hints = new StringBuilder();
        if (token != null && token.looksFineGrained()) {
            hints.append(
                    " The token is a fine-grained one, with which GitHub Packages does not work: use a personal access"
                            + " token (classic).");
        }
        hints.append(registryHint());
        return hints.append(quote(response)).toString();
    }

    /** Servers that may have no Maven registry at all. */
    String registryHint() {
        if (api.host().endsWith(".ghe.com")) {
            return " GitHub with data residency (ghe.com) has no Maven registry at present.";
        }
        return api.isGitHubCloud() || api.isLoopback()
                ? ""
                : " On GitHub Enterprise Server, a site administrator may have switched GitHub Packages or its Maven"
                        + " registry off.";
    }

    private static PackagesException badRequest(String failed, Operation operation, Response response) {
        String message = response.message();
        String said = "The server answered " + words(response) + ".";
        if (message.contains("ersion '")) {
            return outdated(failed, said);
        }
        // A known limitation (cli/cli#9606, actions/github-script#449).
        return operation == Operation.LIST && message.startsWith("Invalid argument")
                ? error(
                        Id.ACCESS_DENIED,
                        failed,
                        said + " GitHub gives this answer to a GITHUB_TOKEN that lists the packages of an account.",
                        "Name the packages exactly, without patterns, or use a personal access token (classic).")
                : unexpected(failed, response);
    }

    private static PackagesException outdated(String failed, String said) {
        return error(
                Id.UNEXPECTED_ANSWER,
                failed,
                said,
                "This version of the plugin uses version 2022-11-28 of GitHub's REST API, which this server may not"
                        + " have: use a newer plugin, or GitHub Enterprise Server 3.9 or later.");
    }

    private static PackagesException unexpected(String failed, Response response) {
        return error(
                Id.UNEXPECTED_ANSWER,
                failed,
                "The server answered " + words(response) + ".",
                CHECK_API + quote(response));
    }

    private static PackagesException error(Id id, String failed, String reason, String remedy) {
        return new PackagesException(id, failed, reason, remedy);
    }

    static String words(Response response) {
        String message = response.message();
        return "HTTP " + response.status() + (message.isEmpty() ? "" : ", '" + message + "'");
    }

    private static String quote(Response response) {
        String id = response.requestId();
        return id == null ? "" : " GitHub's support can find this request as " + id + ".";
    }
}
