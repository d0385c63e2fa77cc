package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who the token is, and what kind of account an owner is: this decides which family of endpoints serves it. */
final class Owners {

    private static final String WHOSE = "Asking GitHub whose token it is";

    private final HttpApi http;
    private final Endpoints endpoints;
    private final Failures failures;
    private @Nullable Response tokenUser;

    Owners(HttpApi http, Endpoints endpoints, Failures failures) {
        this.http = http;
        this.endpoints = endpoints;
        this.failures = failures;
    }

    Owner find(String login) {
        Optional<String> own = tokenLogin();
        if (own.filter(login::equalsIgnoreCase).isPresent()) {
            return new Owner(own.get(), Owner.Kind.SELF);
        }
        String tried = "Looking up the owner '" + Text.harmless(login) + "'";
        Response response = http.get(endpoints.account(login));
        if (response.status() == 404 && response.isGitHubError()) {
            throw new PackagesException(
                    Id.OWNER_NOT_FOUND,
                    tried + " failed.",
                    "GitHub knows no user or organisation of this name.",
                    "Check the spelling. An owner that was renamed is found under its new name only.");
        }
        return failures.read(
                tried,
                response,
                account -> new Owner(
                        account.get("login").text(), kindOf(account.get("type").text())));
    }

    TokenFacts tokenFacts() {
        Response response = askForTokenUser();
        Set<String> scopes = response.header("x-oauth-scopes")
                .map(Scopes::of)
                .map(Scopes::names)
                .orElse(null);
        return new TokenFacts(tokenLogin().orElse(null), kindOf(response, scopes), scopes, expiryOf(response));
    }

    private static Owner.Kind kindOf(String type) {
        return switch (type) {
            case "Organization" -> Owner.Kind.ORGANIZATION;
            case "User" -> Owner.Kind.USER;
            default ->
                throw new PackagesException(
                        Id.UNEXPECTED_ANSWER,
                        "Looking up the owner failed.",
                        "It is of the type '" + Text.harmless(type) + "', neither a user nor an organisation.",
                        "Check the owner.");
        };
    }

    private Optional<String> tokenLogin() {
        Response response = askForTokenUser();
        return isNobody(response)
                ? Optional.empty()
                : Optional.of(
                        failures.read(WHOSE, response, user -> user.get("login").text()));
    }

    /** GitHub answers 403 to a GITHUB_TOKEN, which is no user's (actions/create-github-app-token#258). */
    private synchronized Response askForTokenUser() {
        Response known = tokenUser;
        if (known != null) {
            return known;
        }
        Response response = http.get(endpoints.tokenUser());
        if (!isNobody(response)) {
            failures.read(WHOSE, response, user -> user.get("login").text());
        }
        tokenUser = response;
        return response;
    }

    private static boolean isNobody(Response response) {
        return (response.status() == 403 || response.status() == 404) && response.isGitHubError();
    }

    private TokenFacts.Kind kindOf(Response response, @Nullable Set<String> scopes) {
        var token = http.settings().token();
        if (scopes != null) {
            return TokenFacts.Kind.CLASSIC;
        }
        if (response.message().contains("not accessible by integration")) {
            return TokenFacts.Kind.GITHUB_TOKEN;
        }
        return token != null && token.looksFineGrained() ? TokenFacts.Kind.FINE_GRAINED : TokenFacts.Kind.UNKNOWN;
    }

    private static @Nullable Instant expiryOf(Response response) {
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", Locale.ROOT);
            return response.header("github-authentication-token-expiration")
                    .map(text -> format.parse(text.strip(), Instant::from))
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
