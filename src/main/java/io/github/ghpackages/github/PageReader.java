package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.LinkHeader;
import io.github.ghpackages.http.Response;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one page of a listing, or says why it can't be read. */
final class PageReader<T> {

    private final HttpApi http;
    private final ErrorTable failures;
    private final String tried;
    private final Json.Use<T> row;

    PageReader(HttpApi http, ErrorTable failures, String tried, Json.Use<T> row) {
        this.http = http;
        this.failures = failures;
        this.tried = tried;
        this.row = row;
    }

    Page<T> read(URI url) throws InconsistentPagesException {
        if (!http.isHome(url)) {
            throw new InconsistentPagesException("The link to another page is invalid, or leads to another server.");
        }
        return page(url, http.get(url));
    }

    /** The first page; empty where GitHub says that there is nothing of the kind, or nothing that the token can see. */
    Optional<Page<T>> first(URI url) {
        Response response = http.get(url);
        return isMissing(response) ? Optional.empty() : Optional.of(page(url, response));
    }

    /** Whether this is GitHub's 404, and not one because of single sign-on or from a proxy. */
    static boolean isMissing(Response response) {
        boolean hidden = response.header("x-github-sso").isPresent();
        return response.status() == 404 && response.isGitHubError() && !hidden;
    }

    private Page<T> page(URI url, Response response) {
        List<T> rows = failures.read(tried, response, this::rows);
        if (rows.size() > Endpoints.PAGE_SIZE) {
            throw new PackagesException(
                    Id.UNEXPECTED_ANSWER,
                    tried + " failed.",
                    "A page has " + rows.size() + " rows, but " + Endpoints.PAGE_SIZE + " were requested.",
                    "Check that apiUrl is a REST API of GitHub and that no proxy answers in its place.");
        }
        if (response.header("x-github-sso").orElse("").startsWith("partial-results")) {
            throw new PackagesException(
                    Id.INCOMPLETE_LISTING,
                    tried + " failed.",
                    "GitHub left out what this token can't see until it is authorised for single sign-on.",
                    "Authorise the token for the organisation: in GitHub under Settings, Developer settings, Personal access tokens, Tokens (classic), Configure SSO.");
        }
        return new Page<>(rows, LinkHeader.of(response, url));
    }

    private List<T> rows(Json page) throws JsonException {
        List<T> rows = new ArrayList<>();
        for (Json item : page.elements()) {
            rows.add(row.of(item));
        }
        return rows;
    }

    /**
     * One page of a listing.
     *
     * @param rows what stands on it
     * @param links where the others are
     */
    record Page<T>(List<T> rows, LinkHeader links) {

        private static final Pattern NUMBER = Pattern.compile("(?<=[?&]page=)[0-9]{1,9}(?=&|$)");

        Optional<URI> next() {
            return links.find("next");
        }

        Optional<URI> last() {
            return links.find("last");
        }

        /** How many pages there are, by the link to the last one; empty where none is given. */
        OptionalInt count() {
            Optional<URI> last = last();
            return last.isEmpty() ? OptionalInt.empty() : numberOf(last.get());
        }

        /** The URL of a page, by the link to the last one with only its number changed. */
        URI sibling(int number) {
            String url = last().orElseThrow().toString();
            return URI.create(NUMBER.matcher(url).replaceFirst(String.valueOf(number)));
        }

        private static OptionalInt numberOf(URI url) {
            Matcher number = NUMBER.matcher(url.toString());
            return number.find() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty();
        }
    }

    /** Pages that do not fit together. Reading them again may help. */
    static final class InconsistentPagesException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        InconsistentPagesException(String reason) {
            super(reason);
            this.reason = reason;
        }

        PackagesException asFailure(String tried) {
            return new PackagesException(
                    Id.INCOMPLETE_LISTING,
                    tried + " failed.",
                    reason,
                    "Nothing is decided from an incomplete listing. Run the goal again when nothing else deploys or"
                            + " deletes. If the error persists, the server or a proxy is at fault.");
        }
    }
}
