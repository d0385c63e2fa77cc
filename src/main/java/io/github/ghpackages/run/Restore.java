package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
     * What was to be restored, and what came of it.
     *
     * @param id of the version; null for a whole package
     * @param name of the version, or of the package
     */
    public record Restored(TargetPackage subject, @Nullable Long id, String name, Result result) {}

    private final @Nullable Function<TargetPackage, JournalWriter> journals;
    private final Runnable waitForEffect;
    private final List<Restored> results = new ArrayList<>();
    private @Nullable PackagesException stop;
    private @Nullable PackagesException refusal;

    private Restore(@Nullable Function<TargetPackage, JournalWriter> journals, Runnable waitForEffect) {
        this.journals = journals;
        this.waitForEffect = waitForEffect;
    }

    /** A run that says what it would do. */
    public static Restore preview() {
        return new Restore(null, EffectDelay::pass);
    }

    /**
     * A run that restores, each request in the journal before it is sent, as long as that can be written: a restore destroys
     * nothing, so it does not depend on it.
     */
    public static Restore forReal(Function<TargetPackage, JournalWriter> journals) {
        return forReal(journals, EffectDelay::pass);
    }

    static Restore forReal(Function<TargetPackage, JournalWriter> journals, Runnable waitForEffect) {
        return new Restore(journals, waitForEffect);
    }

    /** What came of it, in the order in which it was asked for. */
    public List<Restored> results() {
        return results;
    }

    /** What a person should know of a preview: that a run that restores would be refused for want of a scope. */
    public List<String> warnings() {
        List<TargetPackage> subjects = results.stream().map(Restored::subject).toList();
        return journals == null
                ? MissingScopes.warnings(subjects, Operation.RESTORE, "A run that restores")
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
    public void restore(TargetPackage subject, List<PackageVersion> selected) {
        if (selected.isEmpty()) {
            return;
        }
        Optional<LiveVersions> live = live(subject);
        selected.stream().sorted(Packages.lastDeletedFirst()).forEach(version -> {
            Result result = unlessStopped(
                    () -> live.isPresent() ? restore(subject, version, live.get()) : done(Outcome.FAILED, NO_PACKAGE));
            results.add(new Restored(subject, version.id(), version.name(), result));
        });
    }

    /**
     * Restores a package that was deleted whole, with the versions that went with it.
     *
     * @param deletedAt when it was deleted
     */
    public void restorePackage(TargetPackage subject, List<PackageVersion> versions, Instant deletedAt) {
        Result result = unlessStopped(() -> {
            if (subject.github().find(subject.owner(), subject.name()).isPresent()) {
                return besideLivePackage(subject, versions);
            }
            return isExpired(deletedAt, subject) ? expired(deletedAt) : restoreWhole(subject, versions);
        });
        results.add(new Restored(subject, null, subject.name().value(), result));
    }

    /** By both clocks: in doubt it is sent, and GitHub declines what it does not have any more. */
    static boolean isExpired(@Nullable Instant deletedAt, TargetPackage subject) {
        return deletedAt != null
                && deletedAt.plus(RESTORABLE).isBefore(subject.github().clocks().earlier());
    }

    /** Empty where there is no such package, and where the run is stopped. */
    private Optional<LiveVersions> live(TargetPackage subject) {
        if (stop != null) {
            return Optional.empty();
        }
        try {
            return Packages.find(subject)
                    .map(found -> new LiveVersions(
                            subject, subject.github().versions(subject.owner(), subject.name(), State.ACTIVE)));
        } catch (PackagesException e) {
            stop = e;
            return Optional.empty();
        }
    }

    private Fate restore(TargetPackage subject, PackageVersion version, LiveVersions live) {
        if (live.has(version)) {
            return done(Outcome.ALREADY_ACTIVE, null);
        }
        Optional<Long> inTheWay = live.inTheWayOf(version);
        if (inTheWay.isPresent()) {
            return done(
                    Outcome.CONFLICT,
                    "a live version of this name (id " + inTheWay.get() + ") is in the way: delete that one first");
        }
        if (isExpired(version.deletedAt(), subject)) {
            return expired(version.deletedAt());
        }
        Fate fate = journals == null ? done(Outcome.PLANNED, null) : send(subject, version, journal(subject, journals));
        if (fate.result().outcome() == Outcome.RESTORED || fate.result().outcome() == Outcome.PLANNED) {
            live.add(version);
        }
        return fate;
    }

    private Fate send(TargetPackage subject, PackageVersion version, JournalWriter journal) {
        return Journalled.sendAnyway(
                journal,
                () -> journal.before(subject.ref(), version, "restore-version", "restore"),
                () -> new RestoreVersion(
                                subject,
                                () -> subject.github().restore(subject.owner(), subject.name(), version.id()),
                                () -> LiveVersions.isLive(subject, version.id()),
                                waitForEffect)
                        .carryOut(),
                fate -> journal.after(subject.ref(), version.id(), fate.result(), fate.status(), fate.requestId()));
    }

    /** The package is live: because it was restored already, or because another one has taken its name. */
    private static Fate besideLivePackage(TargetPackage subject, List<PackageVersion> versions) {
        Set<Long> ids = versions.stream().map(PackageVersion::id).collect(Collectors.toSet());
        boolean isTheSame = Stream.of(State.ACTIVE, State.DELETED)
                .flatMap(state -> subject.github().versions(subject.owner(), subject.name(), state).stream())
                .anyMatch(version -> ids.contains(version.id()));
        return isTheSame
                ? done(Outcome.ALREADY_ACTIVE, null)
                : done(
                        Outcome.CONFLICT,
                        "a new package of this name is in the way: the old one can't come back before it is deleted");
    }

    private Fate restoreWhole(TargetPackage subject, List<PackageVersion> versions) {
        if (journals == null) {
            return done(Outcome.PLANNED, null);
        }
        JournalWriter journal = journal(subject, journals);
        return Journalled.sendAnyway(
                journal,
                () -> journal.beforePackage(subject.ref(), "restore", versions),
                () -> new RestoreVersion(
                                subject,
                                () -> subject.github().restorePackage(subject.owner(), subject.name()),
                                () -> subject.github()
                                        .find(subject.owner(), subject.name())
                                        .isPresent(),
                                waitForEffect)
                        .carryOut(),
                fate -> journal.afterPackage(subject.ref(), fate.result(), fate.status(), fate.requestId()));
    }

    private static JournalWriter journal(TargetPackage subject, Function<TargetPackage, JournalWriter> journals) {
        subject.github().missingScope(Operation.RESTORE).ifPresent(missing -> {
            throw missing;
        });
        return journals.apply(subject);
    }

    /** What is thrown comes from reading: nothing was sent yet. */
    private Result unlessStopped(Supplier<Fate> work) {
        if (stop != null) {
            return Result.of(Outcome.NOT_ATTEMPTED);
        }
        try {
            Fate fate = work.get();
            stop = fate.stop();
            refusal = refusal == null ? fate.refusal() : refusal;
            return fate.result();
        } catch (PackagesException e) {
            stop = e;
            return new Result(Outcome.NOT_ATTEMPTED, e.reason());
        }
    }

    private static Fate expired(@Nullable Instant deletedAt) {
        return done(Outcome.EXPIRED, "deleted " + deletedAt + ", and GitHub keeps it for 30 days");
    }

    private static Fate done(Outcome outcome, @Nullable String message) {
        return new Fate(new Result(outcome, message), null, null, null);
    }
}
