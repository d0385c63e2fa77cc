package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.run.Change.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run that restores versions: each is checked against what is live before it is asked for. */
public final class Restore {

    /** GitHub restores what was deleted within the last 30 days (docs: "Deleting and restoring a package"). */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private static final String NO_PACKAGE =
            "its package does not exist, or this token can't see it; one that was deleted whole is restored from a journal";

    /**
     * What was to be restored, and the outcome.
     *
     * @param id of the version; null for a whole package
     * @param name of the version, or of the package
     */
    public record Restored(TargetPackage target, @Nullable Long id, String name, Result result) {}

    private final @Nullable Function<TargetPackage, JournalWriter> journals;
    private final Runnable waitForEffect;
    private final List<Restored> results = new ArrayList<>();
    private RunListener listener = new RunListener() {};
    private @Nullable PackagesException stop;
    private @Nullable PackagesException refusal;

    private Restore(@Nullable Function<TargetPackage, JournalWriter> journals, Runnable waitForEffect) {
        this.journals = journals;
        this.waitForEffect = waitForEffect;
    }

    /** A run that says what it would do. */
    public static Restore preview() {
        return new Restore(null, ChangeSender::waitForEffect);
    }

    /**
     * A run that restores, each request in the journal before it is sent, as long as that can be written: a restore destroys
     * nothing, so it does not depend on it.
     */
    public static Restore forReal(Function<TargetPackage, JournalWriter> journals) {
        return forReal(journals, ChangeSender::waitForEffect);
    }

    static Restore forReal(Function<TargetPackage, JournalWriter> journals, Runnable waitForEffect) {
        return new Restore(journals, waitForEffect);
    }

    /** Tells a listener what is about to be sent, and what is done. */
    public Restore followedBy(RunListener follower) {
        listener = follower;
        return this;
    }

    /** The outcomes, in the order in which the restores were requested. */
    public List<Restored> results() {
        return results;
    }

    /** What a person should know of a preview: that a run that restores would be refused for want of a scope. */
    public List<String> warnings() {
        List<TargetPackage> targets = results.stream().map(Restored::target).toList();
        return journals == null
                ? TargetPackage.missingScopes(targets, Operation.RESTORE, "A run that restores")
                : List.of();
    }

    /** What ended the run before all was attempted; null where nothing did. */
    public @Nullable PackagesException stop() {
        return stop;
    }

    /** Why GitHub refused the first one that it refused; null where it refused none, or its words say all. */
    public @Nullable PackagesException refusal() {
        return refusal;
    }

    /** Restores these versions of one package; of several with one name, the one that was deleted last. */
    public void restore(TargetPackage target, List<PackageVersion> selected) {
        if (selected.isEmpty()) {
            return;
        }
        Optional<LiveVersions> live = live(target);
        if (journals != null && live.isPresent()) {
            GitHubPackages github = target.github();
            listener.sending(github.apiUrl(), selected.size(), github.estimate(0, selected.size()), github.budget());
        }
        selected.stream().sorted(RestoreSelection.LAST_DELETED_FIRST).forEach(version -> {
            Result result = unlessStopped(
                    () -> live.isPresent() ? restore(target, version, live.get()) : done(Outcome.FAILED, NO_PACKAGE));
            results.add(new Restored(target, version.id(), version.name(), result));
            listener.progress(1);
        });
    }

    /**
     * Restores a package that was deleted whole, with the versions that went with it.
     *
     * @param versions what is known of those versions; empty: nothing
     * @param deletedAt when it was deleted; null if that is not known
     */
    public void restorePackage(TargetPackage target, List<PackageVersion> versions, @Nullable Instant deletedAt) {
        Result result = unlessStopped(() -> {
            if (target.find().isPresent()) {
                return besideLivePackage(target, versions);
            }
            return restoreGone(target, versions, deletedAt);
        });
        results.add(new Restored(target, null, target.name().value(), result));
    }

    /** By both clocks: in doubt it is sent, and GitHub declines what it does not have any more. */
    static boolean isExpired(@Nullable Instant deletedAt, TargetPackage target) {
        return deletedAt != null
                && deletedAt.plus(RESTORABLE).isBefore(target.github().clocks().earlier());
    }

    /** Empty where there is no such package, and where the run is stopped. */
    private Optional<LiveVersions> live(TargetPackage target) {
        if (stop != null) {
            return Optional.empty();
        }
        try {
            return target.versionsOfTheRightPackage(State.ACTIVE).map(active -> new LiveVersions(target, active));
        } catch (PackagesException e) {
            stop = e;
            return Optional.empty();
        }
    }

    private Sent restore(TargetPackage target, PackageVersion version, LiveVersions live) {
        if (live.has(version)) {
            return done(Outcome.ALREADY_ACTIVE, null);
        }
        Optional<Long> inTheWay = live.inTheWayOf(version);
        if (inTheWay.isPresent()) {
            return done(
                    Outcome.CONFLICT,
                    "a live version with this name (id " + inTheWay.get() + ") is in the way: delete that one first");
        }
        if (isExpired(version.deletedAt(), target)) {
            return expired(version.deletedAt());
        }
        Sent sent =
                journals == null ? done(Outcome.PLANNED, null) : send(new RestoreVersion(target, version), journals);
        if (sent.result().outcome() == Outcome.RESTORED || sent.result().outcome() == Outcome.PLANNED) {
            live.add(version);
        }
        return sent;
    }

    /** The package is live: because it was restored already, or because another one has taken its name. */
    private static Sent besideLivePackage(TargetPackage target, List<PackageVersion> versions) {
        if (versions.isEmpty()) {
            return done(Outcome.ALREADY_ACTIVE, "a package with this name is live");
        }
        Set<Long> ids = versions.stream().map(PackageVersion::id).collect(Collectors.toSet());
        boolean isTheSame = Stream.of(State.ACTIVE, State.DELETED)
                .flatMap(state -> target.versions(state).stream())
                .anyMatch(version -> ids.contains(version.id()));
        return isTheSame
                ? done(Outcome.ALREADY_ACTIVE, null)
                : done(
                        Outcome.CONFLICT,
                        "a new package with this name is in the way: the old one can't be restored until the new"
                                + " one is deleted");
    }

    private Sent restoreGone(TargetPackage target, List<PackageVersion> versions, @Nullable Instant deletedAt) {
        if (isExpired(deletedAt, target)) {
            return expired(deletedAt);
        }
        return journals == null ? done(Outcome.PLANNED, null) : send(new RestorePackage(target, versions), journals);
    }

    private Sent send(Change change, Function<TargetPackage, JournalWriter> opened) {
        TargetPackage target = change.target();
        target.github().missingScope(Operation.RESTORE).ifPresent(missing -> {
            throw missing;
        });
        return new ChangeSender(change, waitForEffect).send(opened.apply(target));
    }

    /** What is thrown comes from reading: nothing was sent yet. */
    private Result unlessStopped(Supplier<Sent> work) {
        if (stop != null) {
            return Result.of(Outcome.NOT_ATTEMPTED);
        }
        try {
            Sent sent = work.get();
            stop = sent.stop();
            refusal = refusal == null ? sent.refusal() : refusal;
            return sent.result();
        } catch (PackagesException e) {
            stop = e;
            return new Result(Outcome.NOT_ATTEMPTED, e.reason());
        }
    }

    private static Sent expired(@Nullable Instant deletedAt) {
        return done(Outcome.EXPIRED, "deleted " + deletedAt + ", and GitHub keeps deleted versions for 30 days");
    }

    private static Sent done(Outcome outcome, @Nullable String message) {
        return Sent.nothing(new Result(outcome, message));
    }

    /**
     * The live versions of a package while versions are restored to it. A listing may still show what is deleted, so a version that
     * matters is read once more by itself.
     */
    private static final class LiveVersions {

        private final TargetPackage target;
        private final Map<String, Long> listed = new HashMap<>();
        private final Map<String, Long> added = new HashMap<>();

        LiveVersions(TargetPackage target, List<PackageVersion> active) {
            this.target = target;
            active.forEach(version -> listed.put(version.name(), version.id()));
        }

        boolean has(PackageVersion version) {
            return Long.valueOf(version.id()).equals(listed.get(version.name())) && target.isActive(version.id());
        }

        /** The id of another version of the same name. */
        Optional<Long> inTheWayOf(PackageVersion version) {
            Long here = added.get(version.name());
            if (here != null) {
                return Optional.of(here);
            }
            Long other = listed.get(version.name());
            return other != null && other != version.id() && target.isActive(other)
                    ? Optional.of(other)
                    : Optional.empty();
        }

        /** It has been restored, or would be. */
        void add(PackageVersion version) {
            added.put(version.name(), version.id());
        }
    }
}
