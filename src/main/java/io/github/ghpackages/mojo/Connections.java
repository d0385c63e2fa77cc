package io.github.ghpackages.mojo;

import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.project.Target;
import io.github.ghpackages.run.SnapshotLookup;
import io.github.ghpackages.settings.Credentials;
import io.github.ghpackages.settings.Proxies;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connections of a run: one client for each API and token. */
final class Connections implements AutoCloseable {

    private record Key(URI apiUrl, String serverId) {}

    private record OwnerKey(Key key, String owner) {}

    private final Credentials credentials;
    private final Proxies proxies;
    private final ConnectionOptions options;
    private final Map<Key, GitHubPackages> apis = new LinkedHashMap<>();
    private final Map<OwnerKey, Account> accounts = new LinkedHashMap<>();
    private final List<HttpApi> open = new ArrayList<>();

    Connections(Credentials credentials, Proxies proxies, ConnectionOptions options) {
        this.credentials = credentials;
        this.proxies = proxies;
        this.options = options;
    }

    /** The account that a target means; asked once. */
    Account to(Target target) {
        OwnerKey key = new OwnerKey(new Key(target.apiUrl(), target.serverId()), target.owner());
        Account known = accounts.get(key);
        if (known != null) {
            return known;
        }
        GitHubPackages github = apis.computeIfAbsent(key.key(), this::connect);
        Account account = new Account(github, github.owner(target.owner()));
        accounts.put(key, account);
        return account;
    }

    private GitHubPackages connect(Key key) {
        HttpApi http = new HttpApi(options.to(
                key.apiUrl(),
                credentials.token(key.serverId(), key.apiUrl()),
                proxies.of(key.apiUrl()).orElse(null)));
        open.add(http);
        return new GitHubPackages(http, key.apiUrl());
    }

    /** Reads the metadata of snapshots where the registry is known. */
    @Nullable
    SnapshotLookup snapshots(Target target, Coordinates coordinates) {
        return null;
    }

    /** The clock of the server that was asked last of all; the local one where none was. */
    Instant serverTime() {
        return apis.values().stream()
                .map(GitHubPackages::serverTime)
                .min(Instant::compareTo)
                .orElseGet(Instant::now);
    }

    @Override
    public void close() {
        open.forEach(HttpApi::close);
    }
}
