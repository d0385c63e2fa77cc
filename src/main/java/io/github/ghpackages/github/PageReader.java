package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Json;
import io.github.ghpackages.http.Links;
import io.github.ghpackages.http.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Reads one page of a listing, or says why it can't be read. */
final class PageReader<T> {

    private final HttpApi http;
    private final Failures failures;
    private final String tried;
    private final Function<Json, T> row;

    PageReader(HttpApi http, Failures failures, String tried, Function<Json, T> row) {
        this.http = http;
        this.failures = failures;
        this.tried = tried;
        this.row = row;
    }

    Page<T> read(URI url) throws Misfit {
        if (!http.isHome(url)) {
            throw new Misfit("The link to another page can't be read, or leads to another server.");
        }
        Response response = http.get(url);
        List<T> rows = failures.read(
                tried, response, json -> json.items().stream().map(row).toList());
        if (rows.size() > Endpoints.PAGE_SIZE) {
            throw new PackagesException(
                    Id.UNEXPECTED_ANSWER,
                    tried + " failed.",
                    "A page has " + rows.size() + " rows, where " + Endpoints.PAGE_SIZE + " were asked for.",
                    "Check that apiUrl is a REST API of GitHub and that no proxy answers in its place.");
        }
        if (response.header("x-github-sso").orElse("").startsWith("partial-results")) {
            throw new PackagesException(
                    Id.INCOMPLETE_LISTING,
                    tried + " failed.",
                    "GitHub left out what this token may not see before it is authorised for single sign-on.",
                    "Authorise the token for the organisation: in GitHub under Settings, Developer settings, Personal access tokens, Tokens (classic), Configure SSO.");
        }
        return new Page<>(rows, Links.of(response, url));
    }
}
