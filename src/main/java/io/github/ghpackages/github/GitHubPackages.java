package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Text;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** GitHub Packages in our nouns: one method per operation of its REST API. Safe for use by several threads. */
public final class GitHubPackages {

    private final HttpApi http;
    private final URI apiUrl;
    private final Endpoints endpoints;
    private final Failures failures;
    private final Owners owners;

    public GitHubPackages(HttpApi http, URI apiUrl) {
        this.http = http;
        this.apiUrl = apiUrl;
        this.endpoints = new Endpoints(apiUrl);
        this.failures = new Failures(http);
        this.owners = new Owners(http, endpoints, failures);
    }

    public URI apiUrl() {
        return apiUrl;
    }

    /** The account of this name. {@link Owner.Kind#SELF} only where GitHub said that the token is this login's. */
    public Owner owner(String login) {
        return owners.find(login);
    }

    /** What GitHub says about the token that is in use. */
    public TokenFacts tokenFacts() {
        return owners.tokenFacts();
    }

    /** The packages of one type that the token can see. Not to be relied on with a {@code GITHUB_TOKEN}. */
    public List<PackageDetails> packages(Owner owner, String type) {
        String tried = "Listing the packages of " + Text.harmless(owner.login());
        return new Listing(http, failures, tried)
                .rows(endpoints.packages(owner, type)).stream()
                        .map(row -> Rows.details(row, type))
                        .toList();
    }

    /** The package as a whole; empty where GitHub says that there is none, or none that the token can see. */
    public Optional<PackageDetails> find(Owner owner, PackageName name) {
        String tried = "Looking up the package " + shown(owner, name);
        return found(tried, http.get(endpoints.thePackage(owner, name)))
                .map(response -> Rows.details(response.json(), name.type()));
    }

    /** All versions in this state, or an error. */
    public List<PackageVersion> versions(Owner owner, PackageName name, PackageVersion.State state) {
        String tried = "Listing the versions of " + shown(owner, name);
        return new Listing(http, failures, tried)
                .rows(endpoints.versions(owner, name, state)).stream()
                        .map(row -> Rows.version(row, state))
                        .toList();
    }

    /** One version; empty where GitHub says that there is none, or none that the token can see. */
    public Optional<PackageVersion> version(Owner owner, PackageName name, long id) {
        String tried = "Looking up version " + id + " of " + shown(owner, name);
        return found(tried, http.get(endpoints.version(owner, name, id)))
                .map(Response::json)
                .map(Rows::version);
    }

    /** Deletes one version. Every answer but a rejected token comes back; a broken connection is an error. */
    public Answer delete(Owner owner, PackageName name, long id) {
        String tried = "Deleting version " + id + " of " + shown(owner, name);
        return answer(tried, http.delete(endpoints.version(owner, name, id)));
    }

    /** Restores one version. Every answer but a rejected token comes back; a broken connection is an error. */
    public Answer restore(Owner owner, PackageName name, long id) {
        String tried = "Restoring version " + id + " of " + shown(owner, name);
        return answer(tried, http.post(endpoints.restoreVersion(owner, name, id)));
    }

    /** Deletes the package with all its versions. To be called only where the user asked for exactly that. */
    public Answer deletePackage(Owner owner, PackageName name) {
        String tried = "Deleting the package " + shown(owner, name);
        return answer(tried, http.deleteWholePackage(endpoints.thePackage(owner, name)));
    }

    /** Restores a package that was deleted as a whole. */
    public Answer restorePackage(Owner owner, PackageName name) {
        String tried = "Restoring the package " + shown(owner, name);
        return answer(tried, http.post(endpoints.restorePackage(owner, name)));
    }

    /** The server's time, which decides what is old. */
    public Instant serverTime() {
        return http.serverTime();
    }

    private Answer answer(String tried, Response response) {
        if (response.status() == 401 && response.isGitHubError()) {
            throw failures.explain(tried, Operation.DELETE, response);
        }
        return Answer.of(response);
    }

    private Optional<Response> found(String tried, Response response) {
        if (response.status() == 404 && response.isGitHubError()) {
            return Optional.empty();
        }
        if (response.status() != 200) {
            throw failures.explain(tried, Operation.LIST, response);
        }
        return Optional.of(response);
    }

    private static String shown(Owner owner, PackageName name) {
        return Text.harmless(owner + "/" + name);
    }
}
