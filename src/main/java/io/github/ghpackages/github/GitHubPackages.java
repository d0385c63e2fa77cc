package io.github.ghpackages.github;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Permission;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.github.AccessCheck.PackageAccess;
import io.github.ghpackages.github.PageReader.InconsistentPagesException;
import io.github.ghpackages.github.TokenFacts.Scopes;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.Response;
import io.github.ghpackages.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GitHub Packages in our nouns: one method per operation of its REST API. Safe for use by several threads. */
public final class GitHubPackages {

    private final HttpApi http;
    private final ApiUrl apiUrl;
    private final Endpoints endpoints;
    private final ErrorTable failures;
    private final ErrorTable repositoryFailures;
    private final AccountLookup owners;
    private final DenialDiagnosis diagnosis;

    public GitHubPackages(HttpApi http) {
        this.http = http;
        this.apiUrl = ApiUrl.of(http.settings().apiUrl());
        this.endpoints = new Endpoints(apiUrl);
        this.failures = new ErrorTable(http, Operation.LIST);
        this.repositoryFailures = failures.whenReading(Operation.READ_REPOSITORY);
        this.diagnosis = new DenialDiagnosis(this, failures);
        this.owners = new AccountLookup(http, endpoints, failures);
    }

    public ApiUrl apiUrl() {
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
    public List<PackageDetails> packages(Owner owner, PackageType type) {
        String tried = "Listing the packages of " + owner.login();
        return new Listing<>(http, failures, tried, row -> VersionJson.details(row, type), PackageDetails::name)
                .read(endpoints.packages(owner, type));
    }

    /**
     * The docker packages that GitHub could not move to its container registry because of a conflict. Only a GitHub Enterprise
     * Server still has such packages.
     */
    public List<PackageDetails> dockerConflicts(Owner owner) {
        String tried = "Listing the packages in conflict of " + owner.login();
        return failures.read(tried, http.get(endpoints.dockerConflicts(owner)), rows -> {
            List<PackageDetails> packages = new ArrayList<>();
            for (Json row : rows.elements()) {
                packages.add(VersionJson.details(row, PackageType.DOCKER));
            }
            return packages;
        });
    }

    /** The package as a whole; empty where GitHub says that there is none, or none that the token can see. */
    public Optional<PackageDetails> find(Owner owner, PackageName name) {
        String tried = "Looking up the package " + owner + "/" + name;
        return found(
                failures,
                tried,
                http.get(endpoints.thePackage(owner, name)),
                row -> VersionJson.details(row, name.type()));
    }

    /** All versions in this state, or an error. */
    public List<PackageVersion> versions(Owner owner, PackageName name, State state) {
        List<PackageVersion> versions = list(owner, name, state);
        if (state == State.DELETED && owner.kind() == Owner.Kind.USER && !versions.isEmpty()) {
            requireHeeded(owner, name, versions);
        }
        return versions;
    }

    /** The active versions, all or an error; empty where GitHub says that there is no such package, or none that the token can see. */
    public Optional<List<PackageVersion>> activeVersions(Owner owner, PackageName name) {
        // A listing's 404 alone may also mean that only the listing is refused, so the package is looked up before it
        // counts as missing.
        Optional<List<PackageVersion>> listed =
                listing(owner, name, State.ACTIVE).find(endpoints.versions(owner, name, State.ACTIVE));
        return listed.isPresent() ? listed : find(owner, name).map(found -> list(owner, name, State.ACTIVE));
    }

    /** One version; empty where GitHub says that there is none, or none that the token can see. */
    public Optional<PackageVersion> version(Owner owner, PackageName name, long id) {
        String tried = "Looking up version " + id + " of " + owner + "/" + name;
        return found(
                failures, tried, http.get(endpoints.version(owner, name, id)), row -> VersionJson.version(row, id));
    }

    /** The request that deletes one version. */
    public ChangeRequest deletion(Owner owner, PackageName name, long id) {
        return new ChangeRequest(http.deletion(endpoints.version(owner, name, id)));
    }

    /** The request that restores one version. */
    public ChangeRequest restore(Owner owner, PackageName name, long id) {
        return new ChangeRequest(http.restore(endpoints.restoreVersion(owner, name, id)));
    }

    /** The request that deletes the package with all its versions. To be used only if the user asked for exactly that. */
    public ChangeRequest packageDeletion(Owner owner, PackageName name) {
        return new ChangeRequest(http.packageDeletion(endpoints.thePackage(owner, name)));
    }

    /** The request that restores a package that was deleted as a whole. */
    public ChangeRequest packageRestore(Owner owner, PackageName name) {
        return new ChangeRequest(http.restore(endpoints.restorePackage(owner, name)));
    }

    /** Why GitHub says that there is no such package; offers names that could have been meant. */
    public PackagesException explainMissing(Owner owner, PackageName name) {
        return diagnosis.missing(owner, name);
    }

    /** Names of the owner's packages that could have been meant; none where they can't be listed. They are listed once. */
    public List<String> nearNames(Owner owner, PackageName name) {
        return diagnosis.nearNames(owner, name);
    }

    /** Why GitHub may say that a package is not there although it is, and what to do about it. */
    public String whatHidesPackages() {
        return diagnosis.whatHidesPackages();
    }

    /**
     * Why GitHub {@link ChangeResponse#isDenied() denied} this. It reads the package, to distinguish a missing right from a package that
     * is gone or misspelt.
     */
    public PackagesException explainRefusal(Operation operation, Owner owner, PackageName name, ChangeResponse answer) {
        return diagnosis.refused(operation, owner, name, answer);
    }

    /** The scopes that the token lacks for this, as far as the headers of the last answer show. */
    public Optional<PackagesException> missingScope(Operation operation) {
        return http.scopes()
                .map(Scopes::of)
                .filter(scopes -> !scopes.missingFor(operation).isEmpty())
                .map(scopes -> failures.missingScope(operation.capitalised() + " can't begin.", operation, scopes));
    }

    /** What the token may do with this package, as far as reading reveals it. */
    public PackageAccess access(Owner owner, PackageName name) {
        return new AccessCheck(this, owner, name).find();
    }

    /** Fails if the first page of the versions can't be listed. */
    void requireListing(Owner owner, PackageName name) {
        String tried = "Listing the versions of " + owner + "/" + name;
        try {
            new PageReader<>(http, failures, tried, row -> VersionJson.version(row, State.ACTIVE))
                    .read(endpoints.versions(owner, name, State.ACTIVE));
        } catch (InconsistentPagesException e) {
            throw e.asFailure(tried);
        }
    }

    /** Whether the token has the admin right on the repository {@code owner/name}; GitHub does not report it to every token. */
    Permission admin(String repository) {
        Response response = http.get(endpoints.repository(repository));
        if (response.status() != 200) {
            return Permission.UNKNOWN;
        }
        return repositoryFailures.read("Reading the role on " + repository, response, json -> {
            Json permissions = json.objectOrNull("permissions");
            Boolean admin = permissions == null ? null : permissions.flagOrNull("admin");
            return admin == null ? Permission.UNKNOWN : admin ? Permission.YES : Permission.NO;
        });
    }

    /** The names of all branches of the repository {@code owner/name}. */
    public List<String> branches(String repository) {
        String tried = "Listing the branches of " + repository;
        return new Listing<>(http, repositoryFailures, tried, row -> row.text("name"), name -> name)
                .read(endpoints.branches(repository));
    }

    /** Whether this pull request is open; empty where GitHub says that there is none, or none that the token can see. */
    public Optional<Boolean> isPullRequestOpen(String repository, long number) {
        String tried = "Looking up pull request " + number + " of " + repository;
        return found(repositoryFailures, tried, http.get(endpoints.pullRequest(repository, number)), json -> {
            String state = json.text("state");
            if (!state.equals("open") && !state.equals("closed")) {
                throw json.wrong("state", "is neither open nor closed");
            }
            return state.equals("open");
        });
    }

    /** What has been sent, and what GitHub says is left of the requests an hour. */
    public RequestQuota budget() {
        return http.budget();
    }

    /** How long so many reads and writes will take at the pace that GitHub allows. */
    public Duration estimate(long reads, long writes) {
        return http.estimate(reads, writes);
    }

    /** The server's time; the local clock's if the server reports none. */
    public Instant serverTime() {
        return http.serverTime();
    }

    /** The server's time and the local clock's, as they are at this moment; the local clock's twice if the server reports none. */
    public ServerTime clocks() {
        return http.clocks();
    }

    /** The server's time, which decides what is old, with the local clock's: where they disagree, neither can be relied on. */
    public ServerTime timeForAges() {
        if (http.knowsServerTime()) {
            return clocks();
        }
        throw new PackagesException(
                Id.UNEXPECTED_ANSWER,
                "Reading the server's time failed.",
                "No answer of " + apiUrl.shown() + " has a usable Date header, by which ages are counted.",
                "Check that apiUrl is a REST API of GitHub, and that no proxy takes headers away.");
    }

    private static <T> Optional<T> found(ErrorTable failures, String tried, Response response, Json.Use<T> data) {
        if (PageReader.isMissing(response)) {
            return Optional.empty();
        }
        return Optional.of(failures.read(tried, response, data));
    }

    private List<PackageVersion> list(Owner owner, PackageName name, State state) {
        return listing(owner, name, state).read(endpoints.versions(owner, name, state));
    }

    private Listing<PackageVersion> listing(Owner owner, PackageName name, State state) {
        String tried = "Listing the versions of " + owner + "/" + name;
        return new Listing<>(http, failures, tried, row -> VersionJson.version(row, state), PackageVersion::id);
    }

    /** Nothing documents {@code state} for the endpoints of another user: a server that ignores it lists the active ones. */
    private void requireHeeded(Owner owner, PackageName name, List<PackageVersion> deleted) {
        Set<Long> active = new HashSet<>();
        list(owner, name, State.ACTIVE).forEach(version -> active.add(version.id()));
        if (deleted.stream().anyMatch(version -> active.contains(version.id()))) {
            throw new PackagesException(
                    Id.INCOMPLETE_LISTING,
                    "Listing the deleted versions of " + owner + "/" + name + " failed.",
                    "GitHub listed active ones instead: it shows the deleted versions of a user's packages to that user only.",
                    "Use a token of " + owner.login() + ".");
        }
    }
}
