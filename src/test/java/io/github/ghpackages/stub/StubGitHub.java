package io.github.ghpackages.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.core.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * GitHub Packages on a port of this machine: REST API and Maven registry over one state.
 *
 * <pre>{@code
 * try (StubGitHub github = StubGitHub.start()) {
 *     String token = github.accounts().adminToken("octocat", "acme/app");
 *     github.state().publish("acme/app", "com.example:app", "1.0", Instant.parse("2026-01-01T00:00:00Z"));
 *     github.fault(When.deleting(), Fault.answer(502).afterEffect().once());
 *     // … requests to github.url() with the token
 *     assertThat(github.count(When.deleting())).isEqualTo(2);
 * }
 * }</pre>
 */
public final class StubGitHub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WireMockServer http;
    private final World world;
    private final Faults faults = new Faults();
    private final Dispatcher dispatcher;
    private final Wire wire;

    private StubGitHub(boolean server) {
        wire = new Wire();
        http = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(250)
                .jettyAcceptQueueSize(500)
                .jettyStopTimeout(100L)
                .disableRequestJournal()
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .notifier(new ConsoleNotifier(false))
                .extensions(wire));
        http.start();
        world = new World("http://127.0.0.1:" + http.port(), server);
        dispatcher = new Dispatcher(world, faults);
        wire.connect(dispatcher);
        http.stubFor(any(anyUrl()));
    }

    /** A stub that answers as github.com does. */
    public static StubGitHub start() {
        return new StubGitHub(false);
    }

    /**
     * A stub that answers as GitHub Enterprise Server does: the API under {@code /api/v3}, the registry under
     * {@code /_registry/maven}, no rate limits, one API version.
     */
    public static StubGitHub startServer() {
        return new StubGitHub(true);
    }

    /** The base of the REST API, without a slash at its end. */
    public String url() {
        return world.apiUrl();
    }

    /** The same machine and port by another name, which makes it another origin. */
    public String otherOrigin() {
        return World.origin(world.apiUrl()).replace("127.0.0.1", "localhost");
    }

    /** Where a build of this repository deploys to. */
    public String registryUrl(String owner, String repository) {
        String origin = World.origin(world.apiUrl());
        return origin + (world.isServer() ? "/_registry/maven/" : "/") + owner + "/" + repository;
    }

    /** The port, for those who want another form of URL. */
    public int port() {
        return http.port();
    }

    /** Who there is, and with which tokens. */
    public Accounts accounts() {
        return new Accounts(world.directory());
    }

    /** What is published. */
    public StubRegistry state() {
        return new StubRegistry(world);
    }

    /** What GitHub's documentation leaves open. */
    public Behaviour behaviour() {
        return world.behaviour();
    }

    /** The rate limits. */
    public Limits limits() {
        return world.limits();
    }

    /** Something goes wrong with these requests. Of several faults that meet a request it has the first. */
    public StubGitHub fault(Predicate<StubRequest> when, Fault fault) {
        faults.add(when, fault);
        return this;
    }

    /** No faults any more. */
    public StubGitHub heal() {
        faults.clear();
        return this;
    }

    /** The stub's clock, which the {@code Date} header and all dates of the state follow, stands still at this time. */
    public StubGitHub clock(Instant instant) {
        world.stopClockAt(instant);
        return this;
    }

    /** The stub's clock jumps. */
    public StubGitHub advance(Duration by) {
        world.advanceClock(by);
        return this;
    }

    /** Everything that was sent, in the order of arrival. */
    public List<StubRequest> requests() {
        return wire.requests();
    }

    /** What was sent of that sort. */
    public List<StubRequest> requests(Predicate<StubRequest> when) {
        return requests().stream().filter(when).toList();
    }

    /** How many requests of that sort were sent. */
    public int count(Predicate<StubRequest> when) {
        return requests(when).size();
    }

    /** Forgets what was sent so far. */
    public StubGitHub forgetRequests() {
        wire.forget();
        return this;
    }

    /** What became of packages and versions, in order. */
    public List<Event> events() {
        return world.events();
    }

    /** The names of the versions that were deleted, in order, whether they came back or not. */
    public List<String> deleted() {
        return events().stream()
                .filter(event -> event.what() == Event.What.DELETED)
                .map(Event::version)
                .toList();
    }

    /** Waits until something has become true, and fails after ten seconds. */
    public void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + PATIENCE.toSeconds() + " seconds.");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Ends it, and releases whatever hangs or waits. */
    @Override
    public void close() {
        dispatcher.stop();
        http.stop();
    }
}
