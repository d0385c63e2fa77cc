package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Json;
import io.github.ghpackages.http.Links;
import io.github.ghpackages.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All pages of a listing, or an error: from a part of a listing nothing may be decided. */
final class Listing {

    private final HttpApi http;
    private final Failures failures;
    private final String tried;

    Listing(HttpApi http, Failures failures, String tried) {
        this.http = http;
        this.failures = failures;
        this.tried = tried;
    }

    /** The rows of all pages, from the first page's URL on. */
    List<Json> rows(URI first) {
        List<Json> rows = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> page = Optional.of(first);
        while (page.isPresent()) {
            URI url = page.get();
            if (!http.isHome(url)) {
                throw incomplete("The link to the next page leads to another server.");
            }
            if (!seen.add(url)) {
                throw incomplete("The links from page to page lead in a circle.");
            }
            Response response = http.get(url);
            rows.addAll(rowsOf(response));
            page = Links.of(response, url).find("next");
        }
        return rows;
    }

    private List<Json> rowsOf(Response response) {
        if (response.status() != 200) {
            throw failures.explain(tried, Operation.LIST, response);
        }
        if (response.header("x-github-sso").orElse("").startsWith("partial-results")) {
            throw incomplete("GitHub left out what the token may not see before it is authorised for single sign-on.");
        }
        return response.json().items();
    }

    PackagesException incomplete(String reason) {
        return new PackagesException(
                Id.INCOMPLETE_LISTING,
                tried + " failed.",
                reason,
                "Nothing is decided from a part of a listing. Run the goal again.");
    }
}
