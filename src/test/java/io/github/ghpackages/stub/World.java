package io.github.ghpackages.stub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All state of one stub, and the lock that guards it: the world itself. */
final class World {

    private final boolean server;
    private final String apiUrl;
    private final Directory directory = new Directory();
    private final Packages packages = new Packages();
    private final Access access = new Access(directory);
    private final Gate gate = new Gate(this);
    private final Changes changes = new Changes(this);
    private final Behaviour behaviour = new Behaviour();
    private final Limits limits = new Limits();
    private final Blobs blobs;
    private final Map<String, byte[]> beside = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private Clock clock = Clock.systemUTC();

    World(String origin, boolean server) {
        this.server = server;
        this.apiUrl = origin + (server ? "/api/v3" : "");
        this.blobs = new Blobs(origin.replace("127.0.0.1", "localhost"));
        if (server) {
            limits.none();
        }
    }

    boolean isServer() {
        return server;
    }

    String apiUrl() {
        return apiUrl;
    }

    static String origin(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 ? url : url.substring(0, path);
    }

    Directory directory() {
        return directory;
    }

    Packages packages() {
        return packages;
    }

    Access access() {
        return access;
    }

    Gate gate() {
        return gate;
    }

    Changes changes() {
        return changes;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    Limits limits() {
        return limits;
    }

    Blobs blobs() {
        return blobs;
    }

    synchronized Instant now() {
        return clock.instant();
    }

    synchronized void stopClockAt(Instant instant) {
        clock = Clock.fixed(instant, ZoneOffset.UTC);
    }

    synchronized void advanceClock(Duration by) {
        clock = Clock.offset(clock, by);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    StubVersion publish(StubPackage to, String version, Instant at) {
        StubVersion published = packages.publish(to, version, at);
        record(Event.What.PUBLISHED, to, published);
        return published;
    }

    void record(Event.What what, StubPackage of, StubVersion version) {
        events.add(new Event(what, owner(of), of.name(), version.name(), version.id(), now()));
    }

    void record(Event.What what, StubPackage whole) {
        events.add(new Event(what, owner(whole), whole.name(), "", whole.id(), now()));
    }

    private String owner(StubPackage of) {
        return directory.get(of.ownerId()).login();
    }

    /** A file beside the versions: the list of versions that Maven keeps itself. */
    void putBeside(Account owner, MavenPath path, byte[] content) {
        beside.put(key(owner, path), content);
    }

    /** It goes and comes back with its package. */
    Optional<byte[]> beside(Account owner, MavenPath path) {
        boolean gone = packages.find(owner, "maven", path.packageName()).isEmpty()
                && packages.findDeleted(owner, "maven", path.packageName()).isPresent();
        return gone ? Optional.empty() : Optional.ofNullable(beside.get(key(owner, path)));
    }

    private static String key(Account owner, MavenPath path) {
        return owner.id() + "/" + path.packageName() + "/" + path.file();
    }
}
