package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.TokenFacts.Scopes;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Response;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who the token is, and what kind of account an owner is: this decides which family of endpoints serves it. */
final class AccountLookup {

    private static final String WHOSE = "Asking GitHub for the token's user";

    /** {@code 2027-10-12 09:00:00 UTC}, or with an offset such as {@code -0700}, as go-github reads it too. */
    private static final String EXPIRY = "uuuu-MM-dd HH:mm:ss [XX][XXX][VV]";

    private final HttpApi http;
    private final Endpoints endpoints;
    private final ErrorTable failures;
    private @Nullable Response tokenUser;

    AccountLookup(HttpApi http, Endpoints endpoints, ErrorTable failures) {
        this.http = http;
        this.endpoints = endpoints;
        this.failures = failures.whenReading(Operation.READ_ACCOUNT);
    }

    Owner find(String login) {
        Optional<String> own = tokenLogin();
        if (own.isPresent() && own.get().equalsIgnoreCase(login)) {
            return new Owner(own.get(), Owner.Kind.SELF);
        }
        String tried = "Looking up the owner '" + login + "'";
        Response response = http.get(endpoints.account(login));
        if (response.status() == 404 && response.isGitHubError()) {
            throw new PackagesException(
                    Id.OWNER_NOT_FOUND,
                    tried + " failed.",
                    "GitHub knows no user or organisation with this name.",
                    "Check the spelling. A renamed owner is found only under its new name.");
        }
        Owner found = failures.read(tried, response, account -> new Owner(account.text("login"), kindOf(account)));
        if (!found.login().equalsIgnoreCase(login)) {
            throw new PackagesException(
                    Id.OWNER_NOT_FOUND,
                    tried + " failed.",
                    "The server answered with '" + found.login() + "', which is another name.",
                    "If that is the new name of the owner, give it with -Dghpackages.owner, or in the URL of the"
                            + " registry.");
        }
        return found;
    }

    TokenFacts tokenFacts() {
        Response response = askForTokenUser();
        Optional<String> header = response.header("x-oauth-scopes");
        Set<String> scopes = header.isEmpty() ? null : Scopes.of(header.get()).names();
        String expiry = response.header("github-authentication-token-expiration")
                .orElse("")
                .strip();
        return new TokenFacts(
                tokenLogin().orElse(null),
                kindOf(response, scopes),
                scopes,
                expiry.isEmpty() ? null : instant(expiry),
                expiry.isEmpty() ? null : expiry);
    }

    private static Owner.Kind kindOf(Json account) throws JsonException {
        return switch (account.text("type")) {
            case "Organization" -> Owner.Kind.ORGANIZATION;
            case "User" -> Owner.Kind.USER;
            default -> throw account.wrong("type", "is neither User nor Organization");
        };
    }

    private Optional<String> tokenLogin() {
        Response response = askForTokenUser();
        return isNobody(response)
                ? Optional.empty()
                : Optional.of(failures.read(WHOSE, response, user -> user.text("login")));
    }

    private synchronized Response askForTokenUser() {
        Response known = tokenUser;
        if (known != null) {
            return known;
        }
        Response response = http.get(endpoints.tokenUser());
        if (response.status() == 404 && response.isGitHubError()) {
            throw failures.wrongApi(WHOSE, response);
        }
        if (!isNobody(response)) {
            failures.read(WHOSE, response, user -> user.text("login"));
        }
        tokenUser = response;
        return response;
    }

    /**
     * GitHub answers so to a GITHUB_TOKEN, which is no user's (actions/create-github-app-token#258). Any other 403, such as of
     * a suspended account, is a failure.
     */
    private static boolean isNobody(Response response) {
        return response.status() == 403
                && response.isGitHubError()
                && response.message().contains("not accessible by integration");
    }

    private TokenFacts.Kind kindOf(Response response, @Nullable Set<String> scopes) {
        var token = http.settings().token();
        if (scopes != null) {
            return TokenFacts.Kind.CLASSIC;
        }
        if (isNobody(response)) {
            return TokenFacts.Kind.GITHUB_TOKEN;
        }
        return token != null && token.looksFineGrained() ? TokenFacts.Kind.FINE_GRAINED : TokenFacts.Kind.UNKNOWN;
    }

    private static @Nullable Instant instant(String expiry) {
        try {
            return DateTimeFormatter.ofPattern(EXPIRY, Locale.ROOT).parse(expiry, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
