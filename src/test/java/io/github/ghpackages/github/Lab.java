package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.stub.StubGitHub;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A stub with the package {@code com.example:app} of {@code acme/app}, and the client under test, which waits in no time. */
final class Lab implements AutoCloseable {

    static final Owner ACME = new Owner("acme", Owner.Kind.ORGANIZATION);
    static final PackageName APP = PackageName.maven("com.example", "app");
    static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final StubGitHub stub;
    final HttpApi http;
    final GitHubPackages packages;

    private final String token;

    private Lab(StubGitHub stub, String token, Duration silence) {
        this.stub = stub;
        this.token = token;
        URI api = URI.create(stub.url());
        this.http = QuickHttp.open(
                QuickHttp.withTimeouts(QuickHttp.settings(api, new Token(token, "a test")), silence, silence));
        this.packages = new GitHubPackages(http);
    }

    /** With a token that may do everything. */
    static Lab open() {
        StubGitHub stub = StubGitHub.start();
        return new Lab(stub, stub.accounts().adminToken("octocat", "acme/app"), PATIENCE);
    }

    /** The same stub by another token. */
    Lab as(String other) {
        return new Lab(stub, other, PATIENCE);
    }

    /** The same by a client that gives up soon; a first request is slow, so one is sent before. */
    Lab impatient() {
        list();
        stub.forgetRequests();
        return new Lab(stub, token, Duration.ofMillis(300));
    }

    /** Versions 1.0, 1.1, and so on, a day apart. */
    Lab publish(int versions) {
        stub.state().publish("acme/app", "com.example:app", versions, i -> "1." + i, DAY, Duration.ofDays(1));
        return this;
    }

    long id(String version) {
        return stub.state().id("acme", "com.example.app", version);
    }

    List<PackageVersion> list() {
        return packages.versions(ACME, APP, State.ACTIVE);
    }

    List<String> names() {
        return list().stream().map(PackageVersion::name).toList();
    }

    @Override
    public void close() {
        http.close();
        stub.close();
    }

    /** Sends a change until it is answered. */
    static ChangeResponse send(ChangeRequest change) {
        while (true) {
            try (ChangeRequest.Turn turn = change.turn()) {
                Optional<ChangeResponse> response = turn.send();
                if (response.isPresent()) {
                    return response.get();
                }
            }
        }
    }
}
