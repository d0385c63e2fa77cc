package io.github.ghpackages.run;

import io.github.ghpackages.Account;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalIndex;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.files.LaterRuns;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.github.SnapshotMetadataReader;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.stub.StubGitHub;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GitHub's stub, the plugin's own client of it, and journals in a folder: all that a run needs. */
final class Scene implements AutoCloseable {

    static final String APP = "com.example:app";
    static final String REPOSITORY = "acme/app";
    static final Policy DELETE_ALL = new Policy.Builder()
            .versions(Selection.ofVersions(List.of("*")))
            .rule(new KeepNewest(VersionKind.RELEASE, 0))
            .onLastVersion(OnLastVersion.DELETE_PACKAGE)
            .build();
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final StubGitHub stub = StubGitHub.start();
    private final String token = stub.accounts().adminToken("octocat", REPOSITORY);
    private final List<Runnable> closeables = new ArrayList<>();
    private final List<JournalWriter> journals = new ArrayList<>();
    private final Path folder;
    private final GitHubPackages github;
    private Runnable waitForEffect = () -> {};
    private int published;

    Scene(Path folder) {
        this.folder = folder;
        this.github = client(settings(token));
    }

    @Override
    public void close() {
        journals.forEach(JournalWriter::close);
        closeables.forEach(Runnable::run);
        stub.close();
    }

    StubGitHub stub() {
        return stub;
    }

    String token() {
        return token;
    }

    GitHubPackages github() {
        return github;
    }

    /** How a client with this token reaches the stub. */
    HttpSettings settings(String token) {
        return QuickHttp.settings(URI.create(stub.url()), new Token(token, "a test"));
    }

    GitHubPackages client(HttpSettings settings) {
        HttpApi http = new HttpApi(settings);
        closeables.add(http::close);
        return new GitHubPackages(http);
    }

    /** Instead of the seconds that a run gives an effect to show. */
    void waitForEffect(Runnable instead) {
        waitForEffect = instead;
    }

    /** Versions of the app, each a day younger than the one before. */
    void publish(String... names) {
        publishIn(APP, names);
    }

    void publishIn(String packageName, String... names) {
        for (String name : names) {
            stub.state().publish(REPOSITORY, packageName, name, FIRST.plus(Duration.ofDays(published++)));
        }
    }

    /** Releases 1.0, 1.1 and so on of the app, each an hour younger than the one before. */
    void publishMany(int count) {
        publishManyIn(APP, count);
    }

    void publishManyIn(String packageName, int count) {
        stub.state().publish(REPOSITORY, packageName, count, i -> "1." + i, FIRST, Duration.ofHours(1));
    }

    long id(String version) {
        return stub.state().id("acme", APP, version);
    }

    List<String> active() {
        return stub.state().active("acme", APP);
    }

    TargetPackage app() {
        return target("app");
    }

    /** The app, through another client. */
    TargetPackage app(GitHubPackages client) {
        return through(client, app());
    }

    /** The same package, through another client. */
    static TargetPackage through(GitHubPackages client, TargetPackage target) {
        return new TargetPackage(
                client,
                target.owner(),
                target.name(),
                target.repository(),
                target.coherenceGroup(),
                target.guards(),
                target.snapshots());
    }

    /** The package of that name that another owner or repository has. */
    static TargetPackage with(TargetPackage target, Owner owner, @Nullable String repository) {
        return new TargetPackage(
                target.github(),
                owner,
                target.name(),
                repository,
                target.coherenceGroup(),
                target.guards(),
                target.snapshots());
    }

    /** The same package with versions that stay whatever the policy says. */
    static TargetPackage with(TargetPackage target, Function<List<PackageVersion>, List<Guard>> guards) {
        return new TargetPackage(
                target.github(),
                target.owner(),
                target.name(),
                target.repository(),
                target.coherenceGroup(),
                guards,
                target.snapshots());
    }

    /** A package that is judged by itself. */
    TargetPackage target(String artifact) {
        return target(artifact, null);
    }

    /** A module of the reactor of this name; null: of none. */
    TargetPackage target(String artifact, @Nullable String group) {
        return new TargetPackage(
                github,
                new Owner("acme", Owner.Kind.ORGANIZATION),
                PackageName.maven("com.example", artifact),
                REPOSITORY,
                group,
                versions -> List.of(),
                null);
    }

    private SnapshotMetadataReader registry() {
        URI registry = URI.create(stub.registryUrl("acme", "app"));
        SnapshotMetadataReader reader =
                new SnapshotMetadataReader(QuickHttp.settings(registry, new Token(token, "a test")), null);
        closeables.add(reader::close);
        return reader;
    }

    /** The files of the app's snapshots in the registry. */
    SnapshotFiles files() {
        return files("com.example", "app");
    }

    SnapshotFiles files(String groupId, String artifactId) {
        return registry().files(groupId, artifactId);
    }

    /** The app, whose snapshots' own metadata is read from the registry. */
    TargetPackage appWithSnapshots() {
        SnapshotMetadataReader reader = registry();
        TargetPackage app = app();
        return new TargetPackage(
                app.github(),
                app.owner(),
                app.name(),
                app.repository(),
                app.coherenceGroup(),
                app.guards(),
                version -> metadata(reader.read("com.example", "app", version)));
    }

    private static Optional<SnapshotMetadata> metadata(SnapshotFacts facts) {
        return Optional.ofNullable(facts.lastUpdated()).map(at -> new SnapshotMetadata(at, facts.buildNumber()));
    }

    Path journalFile() {
        return folder.resolve("journal-" + journals.size() + ".jsonl");
    }

    /** A new journal, ended with the scene. */
    JournalWriter journal(String operation) {
        return journal(operation, journalFile());
    }

    JournalWriter journal(String operation, Path file) {
        JournalHeader header = new JournalHeader(
                JournalHeader.SCHEMA,
                "1.0",
                "run-" + journals.size(),
                new Account(github.apiUrl(), "acme"),
                "octocat",
                Map.of(),
                Map.of(),
                github.serverTime(),
                operation);
        JournalWriter writer = new JournalWriter(file, header, github::serverTime, new JournalIndex(folder));
        journals.add(writer);
        return writer;
    }

    /** What the runs after this one did, as far as this scene's journals show. */
    LaterRuns after(Journal journal) {
        return LaterRuns.than(journal, folder);
    }

    /** The journal that was opened last. */
    Journal lastJournal() {
        return JournalReader.read(journals.get(journals.size() - 1).file());
    }

    /** The names of the versions that an undo by the journal opened last looks at. */
    List<String> journalledDeletions() {
        return lastJournal().deletions().stream()
                .map(JournalEntry::version)
                .filter(Objects::nonNull)
                .map(PackageVersion::name)
                .toList();
    }

    Scene.Done prune(Policy policy, TargetPackage... targets) {
        return prune(Planner.by(policy), journal("prune"), targets);
    }

    Scene.Done prune(Planner planner, JournalWriter journal, TargetPackage... targets) {
        return carryOut(
                new Prune(List.of(targets), planner, true, false, TimeLimit.none(), () -> waitForEffect.run()),
                target -> journal,
                new RunListener() {});
    }

    /** What a run came to, with all outcomes by package and version id. */
    record Done(
            Plan plan,
            Map<PackageRef, Map<Long, Result>> results,
            List<String> warnings,
            MissingPackages notSeen,
            @Nullable PackagesException stop,
            @Nullable PackagesException refusal) {}

    /** Keeps all outcomes. */
    private static final class Outcomes implements RunListener {
        private final Map<PackageRef, Map<Long, Result>> results = new LinkedHashMap<>();

        @Override
        public void done(PackagePlan plan, Map<Long, Result> ofPackage) {
            results.put(plan.history().ref(), ofPackage);
        }
    }

    static Done preview(Prune prune) {
        Plan plan = prune.plan(true);
        Outcomes outcomes = new Outcomes();
        prune.preview(plan, outcomes);
        List<String> warnings = new ArrayList<>(prune.missingScopes());
        warnings.addAll(prune.warnings(plan));
        return new Done(plan, outcomes.results, warnings, prune.notSeen(), null, null);
    }

    static Done carryOut(Prune prune, Function<TargetPackage, JournalWriter> journals, RunListener listener) {
        Plan plan = prune.plan(false);
        Outcomes outcomes = new Outcomes();
        Prune.End end = prune.carryOut(plan, journals, RunListener.all(List.of(outcomes, listener)));
        return new Done(plan, outcomes.results, prune.warnings(plan), prune.notSeen(), end.stop(), end.refusal());
    }

    /** Deletes exactly these versions of the app. */
    Scene.Done delete(String... names) {
        return prune(deleting(names), journal("delete"), app());
    }

    /** Restores these deleted versions of the app. */
    Restore restoreByName(String... names) {
        Restore restore = restore();
        restore.restore(app(), new RestoreSelection().byName(app(), Selection.ofVersions(List.of(names))));
        return restore;
    }

    Restore restore() {
        JournalWriter journal = journal(JournalHeader.RESTORE);
        return Restore.forReal(target -> journal, () -> waitForEffect.run());
    }

    /** The versions that GitHub lists as deleted. */
    static List<PackageVersion> deletedVersions(TargetPackage target) {
        return target.github().versions(target.owner(), target.name(), State.DELETED);
    }

    static Planner deleting(String... names) {
        return new Planner(ExactVersions.named(List.of(names)), new Policy.Builder().build());
    }

    static Policy keepReleases(int count) {
        return new Policy.Builder()
                .rule(new KeepNewest(VersionKind.RELEASE, count))
                .build();
    }

    /** What became of the planned deletions of all packages, by version name, oldest first. */
    static Map<String, String> outcomes(Scene.Done done) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (PackagePlan plan : done.plan().packages()) {
            PackageRef ref = plan.history().ref();
            List<Verdict> oldestFirst = new ArrayList<>(plan.plannedDeletions());
            Collections.reverse(oldestFirst);
            for (Verdict verdict : oldestFirst) {
                Result result = done.results()
                        .getOrDefault(ref, Map.of())
                        .get(verdict.version().id());
                outcomes.merge(
                        verdict.version().name(), result == null ? "none" : text(result), (a, b) -> a + " | " + b);
            }
        }
        return outcomes;
    }

    /** What became of what was to be restored, by name. */
    static Map<String, String> outcomes(Restore restore) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        restore.results()
                .forEach(restored ->
                        outcomes.merge(restored.name(), text(restored.result()), (one, other) -> one + " | " + other));
        return outcomes;
    }

    private static String text(Result result) {
        return result.message() == null ? result.outcome().toString() : result.outcome() + ": " + result.message();
    }

    /** Waits for what will come true. */
    static final class Until {

        private static final Duration LONGEST = Duration.ofSeconds(20);

        private Until() {}

        static void seen(BooleanSupplier condition) {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("it has not come true");
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }
}
