package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.journal.JournalWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that restores versions: each is checked against what is live before it is asked for. */
public final class Restore {

    /** GitHub restores what was deleted within the last 30 days (docs: "Deleting and restoring a package"). */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    /**
     * What was to be restored, and what came of it.
     *
     * @param id of the version; null for a whole package
     * @param name of the version, or of the package
     */
    public record Restored(Subject subject, @Nullable Long id, String name, Result result) {}

    private final @Nullable Function<Subject, JournalWriter> journals;
    private final List<Restored> results = new ArrayList<>();
    private @Nullable PackagesException stop;

    private Restore(@Nullable Function<Subject, JournalWriter> journals) {
        this.journals = journals;
    }

    /** A run that says what it would do. */
    public static Restore preview() {
        return new Restore(null);
    }

    /** A run that restores, each request in the journal before it is sent. */
    public static Restore forReal(Function<Subject, JournalWriter> journals) {
        return new Restore(journals);
    }

    /** What came of it, in the order in which it was asked for. */
    public List<Restored> results() {
        return results;
    }

    /** What ended the run before all was attempted; null where nothing did. */
    public @Nullable PackagesException stop() {
        return stop;
    }

    /** Restores these versions of one package; of several with one name, the one that was deleted last. */
    public void restore(Subject subject, List<PackageVersion> selected) {
        List<PackageVersion> active = Packages.versionsIfAny(subject, State.ACTIVE);
        Set<Long> liveIds = active.stream().map(PackageVersion::id).collect(Collectors.toSet());
        Map<String, Long> liveNames = new TreeMap<>();
        active.forEach(version -> liveNames.put(version.name(), version.id()));
        List<PackageVersion> lastDeletedFirst = new ArrayList<>(selected);
        lastDeletedFirst.sort(Packages.lastDeletedFirst());
        for (PackageVersion version : lastDeletedFirst) {
            Result result = liveIds.contains(version.id())
                    ? Result.of(Outcome.ALREADY_ACTIVE)
                    : restoreUnlessInTheWay(subject, version, liveNames.get(version.name()));
            if (result.outcome() == Outcome.RESTORED || result.outcome() == Outcome.PLANNED) {
                liveNames.put(version.name(), version.id());
            }
            results.add(new Restored(subject, version.id(), version.name(), result));
        }
    }

    /** Restores a package that was deleted whole, with the versions that went with it. */
    public void restorePackage(Subject subject, List<PackageVersion> versions) {
        Result result;
        if (subject.github().find(subject.owner(), subject.name()).isPresent()) {
            result = Result.of(Outcome.ALREADY_ACTIVE);
        } else if (journals == null) {
            result = Result.of(Outcome.PLANNED);
        } else {
            result = restorePackage(subject, versions, journals.apply(subject));
        }
        results.add(new Restored(subject, null, subject.name().value(), result));
    }

    private Result restoreUnlessInTheWay(Subject subject, PackageVersion version, @Nullable Long liveId) {
        if (liveId != null) {
            return new Result(
                    Outcome.CONFLICT,
                    "a live version of this name (id " + liveId + ") is in the way: delete that one first");
        }
        Instant deletedAt = version.deletedAt();
        if (deletedAt != null
                && deletedAt.plus(RESTORABLE).isBefore(subject.github().serverTime())) {
            return new Result(Outcome.EXPIRED, "deleted " + deletedAt + ", and GitHub keeps it for 30 days");
        }
        if (journals == null) {
            return Result.of(Outcome.PLANNED);
        }
        JournalWriter journal = journals.apply(subject);
        return unlessStopped(() -> {
            journal.before(subject.ref(), version, "restore-version", "restore");
            RestoreRequest.Fate fate = new RestoreRequest(
                            () -> subject.github().restore(subject.owner(), subject.name(), version.id()),
                            () -> isLive(subject, version.id()))
                    .carryOut();
            journal.after(subject.ref(), version.id(), fate.result(), status(fate), requestId(fate));
            return fate.result();
        });
    }

    private Result restorePackage(Subject subject, List<PackageVersion> versions, JournalWriter journal) {
        return unlessStopped(() -> {
            journal.beforePackage(subject.ref(), "restore", versions);
            RestoreRequest.Fate fate = new RestoreRequest(
                            () -> subject.github().restorePackage(subject.owner(), subject.name()),
                            () -> subject.github()
                                    .find(subject.owner(), subject.name())
                                    .isPresent())
                    .carryOut();
            journal.afterPackage(subject.ref(), fate.result(), status(fate), requestId(fate));
            return fate.result();
        });
    }

    private Result unlessStopped(Supplier<Result> work) {
        if (stop != null) {
            return Result.of(Outcome.NOT_ATTEMPTED);
        }
        try {
            return work.get();
        } catch (PackagesException e) {
            stop = e;
            boolean unsent = e.id() == Id.RATE_LIMITED || e.id() == Id.JOURNAL_NOT_WRITABLE;
            return new Result(unsent ? Outcome.NOT_ATTEMPTED : Outcome.FAILED, e.reason());
        }
    }

    private static int status(RestoreRequest.Fate fate) {
        return fate.answer() == null ? 0 : fate.answer().status();
    }

    private static @Nullable String requestId(RestoreRequest.Fate fate) {
        return fate.answer() == null ? null : fate.answer().requestId();
    }

    private static boolean isLive(Subject subject, long id) {
        return subject.github()
                .version(subject.owner(), subject.name(), id)
                .filter(found -> found.state() == State.ACTIVE)
                .isPresent();
    }
}
