package io.github.ghpackages.mojo;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.build.BuildEnd;
import io.github.ghpackages.build.Credentials;
import io.github.ghpackages.build.DeployedModules.DeployedModule;
import io.github.ghpackages.build.Proxies;
import io.github.ghpackages.build.Registry;
import io.github.ghpackages.build.Target;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.github.SnapshotMetadataReader;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import io.github.ghpackages.github.TokenFacts;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.HttpSettings.ProxySettings;
import io.github.ghpackages.http.Origin;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.mojo.Connections.Coordinates;
import io.github.ghpackages.report.AccessReport.TokenLine;
import io.github.ghpackages.report.Progress;
import io.github.ghpackages.run.ConnectedAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The connections of a build: one client for each API and token. Safe for use by several threads. */
final class Connections implements AutoCloseable, Progress.Activity {

    /** An API, an account or a registry, with the id of the server whose token is sent there. */
    private record Key<T>(T place, String serverId) {

        // By hand: what the compiler makes for a record is linked at its first use, which costs a short run tens of
        // milliseconds.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key<?> key && place.equals(key.place) && serverId.equals(key.serverId);
        }

        @Override
        public int hashCode() {
            return 31 * place.hashCode() + serverId.hashCode();
        }
    }

    private final Credentials credentials;
    private final Proxies proxies;
    private final ConnectionOptions options;
    private final Consumer<String> log;
    private final Map<Key<ApiUrl>, GitHubPackages> apis = new LinkedHashMap<>();
    private final Map<Key<ApiUrl>, TokenFacts> tokens = new LinkedHashMap<>();
    private final Map<Key<Account>, ConnectedAccount> connections = new LinkedHashMap<>();
    private final Map<Key<URI>, SnapshotMetadataReader> registries = new LinkedHashMap<>();
    private final Map<Account, Map<PackageType, List<PackageDetails>>> packages = new HashMap<>();
    private final List<HttpApi> open = new CopyOnWriteArrayList<>();

    /**
     * Those of the goals before this one in the same build, so that all go at one pace; new ones for the first. They end with the
     * build.
     *
     * @param log takes where each token comes from, and when a rate limit delays the run
     */
    static Connections of(
            MavenSession session, Credentials credentials, ConnectionOptions options, Consumer<String> log) {
        ConcurrentMap<String, Object> shared = BuildEnd.things(session, "io.github.ghpackages.connections");
        String key = options + " " + System.identityHashCode(Connections.class);
        Connections opened = new Connections(credentials, new Proxies(session.getRepositorySession()), options, log);
        if (shared.putIfAbsent(key, opened) instanceof Connections earlier) {
            return earlier;
        }
        if (shared.values().stream().anyMatch(other -> !(other instanceof Connections))) {
            log.accept(
                    "This build also uses another version of this plugin, so each has connections and a pace of its own.");
        }
        BuildEnd.register(session, "close " + key + UUID.randomUUID(), Map.of(), ended -> {
            shared.remove(key);
            opened.close();
        });
        return opened;
    }

    private Connections(Credentials credentials, Proxies proxies, ConnectionOptions options, Consumer<String> log) {
        this.credentials = credentials;
        this.proxies = proxies;
        this.options = options;
        this.log = log;
    }

    /** The packages of an account that the token can see, as they were when a goal of this build first asked. */
    synchronized List<PackageDetails> packages(ConnectedAccount account, PackageType type) {
        return packages.computeIfAbsent(account.account(), any -> new HashMap<>())
                .computeIfAbsent(type, any -> account.github().packages(account.owner(), type));
    }

    /** The account that a target means; asked once. */
    synchronized ConnectedAccount to(Target target) {
        Key<Account> key = new Key<>(target.account(), target.serverId());
        ConnectedAccount known = connections.get(key);
        if (known != null) {
            return known;
        }
        Key<ApiUrl> api = new Key<>(target.apiUrl(), target.serverId());
        GitHubPackages github = apis.get(api);
        if (github == null) {
            github = connect(api);
            apis.put(api, github);
        }
        if (!tokens.containsKey(api)) {
            tokens.put(api, github.tokenFacts());
        }
        ConnectedAccount connection = new ConnectedAccount(github, github.owner(target.owner()));
        connections.put(key, connection);
        return connection;
    }

    private GitHubPackages connect(Key<ApiUrl> key) {
        ApiUrl api = key.place();
        Token token = credentials.token(key.serverId(), api);
        log.accept("API " + api.shown() + ", token from " + token.origin() + ".");
        HttpSettings settings = options.to(api.uri(), token, proxyTo(api.uri()));
        HttpApi first = openTo(api.uri());
        HttpApi http = first == null ? new HttpApi(settings, log) : first.companion(settings);
        open.add(http);
        return new GitHubPackages(http);
    }

    private @Nullable HttpApi openTo(URI url) {
        for (HttpApi http : open) {
            if (http.isHome(url)) {
                return http;
            }
        }
        return null;
    }

    /** Reads what is known of the snapshots of a package; null where no registry is known that has them. */
    @Nullable
    Function<String, SnapshotFacts> snapshots(Target target, Coordinates coordinates) {
        SnapshotMetadataReader reader = registry(target);
        return reader == null ? null : version -> reader.read(coordinates.groupId(), coordinates.artifactId(), version);
    }

    /** The files of the snapshots at these coordinates; none if no registry is known that has them. */
    List<SnapshotFiles> snapshotFiles(Target target, List<Coordinates> coordinates) {
        SnapshotMetadataReader reader = registry(target);
        return reader == null
                ? List.of()
                : coordinates.stream()
                        .map(each -> reader.files(each.groupId(), each.artifactId()))
                        .toList();
    }

    private synchronized @Nullable SnapshotMetadataReader registry(Target target) {
        Registry registry = target.registry();
        return registry == null
                ? null
                : registries.computeIfAbsent(
                        new Key<>(registry.url(), target.serverId()), key -> connectToRegistry(key, target.apiUrl()));
    }

    private SnapshotMetadataReader connectToRegistry(Key<URI> key, ApiUrl apiUrl) {
        return new SnapshotMetadataReader(
                options.to(key.place(), credentials.token(key.serverId(), apiUrl), proxyTo(key.place())),
                credentials.username(key.serverId()).orElse(null));
    }

    /** This machine is trusted with plain HTTP, since nothing sent to it leaves it. */
    private @Nullable ProxySettings proxyTo(URI url) {
        return Origin.of(url).isLoopback() ? null : proxies.of(url).orElse(null);
    }

    /** The tokens in use, and what GitHub has said of them; without those of which it has said nothing. */
    synchronized List<TokenLine> tokens() {
        List<TokenLine> lines = new ArrayList<>();
        tokens.forEach((key, facts) -> {
            RequestQuota budget = Objects.requireNonNull(apis.get(key)).budget();
            lines.add(new TokenLine(
                    key.place(),
                    key.serverId(),
                    credentials.token(key.serverId(), key.place()).origin(),
                    facts.login(),
                    words(facts.kind()),
                    facts.scopes() == null ? null : List.copyOf(facts.scopes()),
                    facts.expiresAt(),
                    facts.expiry(),
                    budget.limit(),
                    budget.remaining(),
                    budget.resetsAt()));
        });
        return lines;
    }

    private static String words(TokenFacts.Kind kind) {
        return switch (kind) {
            case CLASSIC -> "personal access token (classic)";
            case FINE_GRAINED -> "fine-grained token, with which GitHub Packages does not work";
            case GITHUB_TOKEN -> "GITHUB_TOKEN of a workflow";
            case UNKNOWN -> "token of an unknown kind";
        };
    }

    /** How many requests were sent. Not synchronised: whoever shows the progress must not wait for a request. */
    @Override
    public long requests() {
        return open.stream().mapToLong(http -> http.budget().sent()).sum();
    }

    @Override
    public int expected() {
        return open.stream().mapToInt(HttpApi::expected).sum();
    }

    @Override
    public Optional<String> waiting() {
        return open.stream().flatMap(http -> http.waiting().stream()).findFirst();
    }

    /** The earliest of the servers' clocks; the local one where none was asked. */
    synchronized Instant serverTime() {
        Instant earliest = null;
        for (GitHubPackages github : apis.values()) {
            Instant time = github.serverTime();
            earliest = earliest == null || time.isBefore(earliest) ? time : earliest;
        }
        return earliest == null ? Instant.now() : earliest;
    }

    @Override
    public synchronized void close() {
        for (HttpApi http : open) {
            http.close();
        }
        for (SnapshotMetadataReader registry : registries.values()) {
            registry.close();
        }
    }

    /** What the user said about connections, whatever they lead to. */
    record ConnectionOptions(
            Duration connectTimeout,
            Duration responseTimeout,
            Duration maxWait,
            int concurrency,
            boolean allowHttp,
            String userAgent,
            @Nullable Integer deletionsPerMinute) {

        HttpSettings to(URI url, Token token, @Nullable ProxySettings proxy) {
            return new HttpSettings(
                    url,
                    token,
                    proxy,
                    connectTimeout,
                    responseTimeout,
                    maxWait,
                    concurrency,
                    userAgent,
                    allowHttp,
                    deletionsPerMinute);
        }
    }

    /** Where a Maven package lies in its registry. */
    record Coordinates(String groupId, String artifactId) {

        /** The coordinates that compose this name of a package, the shortest artifactId first. */
        static List<Coordinates> possible(String name) {
            List<Coordinates> possible = new ArrayList<>();
            for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
                possible.add(new Coordinates(name.substring(0, dot), name.substring(dot + 1)));
            }
            return possible;
        }

        static Coordinates of(DeployedModule module) {
            return new Coordinates(
                    module.project().getGroupId(), module.project().getArtifactId());
        }
    }

    /** What the registries report about the snapshots of this run's packages. */
    static final class Snapshots {

        private final Connections connections;
        private final Consumer<String> warnings;
        private final Map<PackageRef, Function<String, SnapshotFacts>> readers = new HashMap<>();

        Snapshots(Connections connections, Consumer<String> warnings) {
            this.connections = connections;
            this.warnings = warnings;
        }

        /** Reads what is known of the snapshots of a package; null where no registry is known that has them. */
        @Nullable
        Function<String, Optional<SnapshotMetadata>> lookup(Target target, Coordinates coordinates, PackageRef ref) {
            Function<String, SnapshotFacts> reader = connections.snapshots(target, coordinates);
            if (reader == null) {
                return null;
            }
            readers.put(ref, reader);
            return version -> metadata(ref, version, reader.apply(version));
        }

        private Optional<SnapshotMetadata> metadata(PackageRef ref, String version, SnapshotFacts facts) {
            if (facts.problem() != null) {
                warnings.accept(ref.name() + " " + version + ": " + facts.problem() + ".");
            }
            return Optional.ofNullable(facts.lastUpdated())
                    .map(lastUpdated -> new SnapshotMetadata(lastUpdated, facts.buildNumber()));
        }

        /** How many builds a snapshot holds; null where that is not known. */
        @Nullable
        Integer builds(PackageRef ref, String version) {
            Function<String, SnapshotFacts> reader = readers.get(ref);
            return reader == null ? null : reader.apply(version).builds();
        }
    }
}
