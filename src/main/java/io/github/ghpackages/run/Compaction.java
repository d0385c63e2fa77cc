package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.files.StoredCompaction;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.Change.Sent;
import io.github.ghpackages.run.SnapshotSurvey.Found;
import io.github.ghpackages.run.SnapshotSurvey.Kept;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a snapshot its newest builds. GitHub's API can't delete single builds, but a version can be deleted and its newest builds
 * uploaded again, as Maven uploads them. So all that stays is downloaded and verified first, and the snapshot is deleted only if
 * nobody has deployed it since. Then everything that stays is uploaded under its own name.
 */
public final class Compaction {

    private final Function<TargetPackage, JournalWriter> journals;
    private final Restore restore;
    private final Function<Path, String> howToResume;
    private final Runnable waitForEffect;
    private final List<String> advice = new ArrayList<>();
    private volatile @Nullable KeptFiles underWay;
    private volatile @Nullable PackagesException stop;

    /**
     * A run that compacts.
     *
     * @param journals opens the journal of a package's API and owner; the caller closes them
     * @param restore undoes a deletion after which nothing can be uploaded
     * @param howToResume the command that goes on with a compaction, by its file
     */
    public Compaction(
            Function<TargetPackage, JournalWriter> journals, Restore restore, Function<Path, String> howToResume) {
        this(journals, restore, howToResume, ChangeSender::waitForEffect);
    }

    Compaction(
            Function<TargetPackage, JournalWriter> journals,
            Restore restore,
            Function<Path, String> howToResume,
            Runnable waitForEffect) {
        this.howToResume = howToResume;
        this.journals = journals;
        this.restore = restore;
        this.waitForEffect = waitForEffect;
    }

    /** What ended the run before all was attempted; null if nothing did. */
    public @Nullable PackagesException stop() {
        return stop;
    }

    /** How to go on with what did not come to its end. */
    public List<String> advice() {
        return advice;
    }

    private synchronized void stopWhere(@Nullable PackagesException reason) {
        stop = stop == null ? reason : stop;
    }

    private String howToResume(KeptFiles files) {
        return "what stays of it is in " + files.path("") + ". To go on: "
                + howToResume.apply(files.path(StoredCompaction.NAME));
    }

    /** Begins nothing more: the build was cancelled. */
    public void cancel() {
        stopWhere(PackagesException.interrupted("The build was cancelled."));
    }

    /** How to go on with the snapshot of which a part may be deleted and not yet uploaded; empty if there is none. */
    public Optional<String> underWay() {
        return Optional.ofNullable(underWay).map(files -> files.title() + ": " + howToResume(files));
    }

    private Result failed(KeptFiles files, Outcome outcome, String problem, String toDo) {
        advice.add(files.title() + ": " + toDo);
        return new Result(outcome, problem);
    }

    /**
     * Fails if nothing may be deleted in one of these packages; a run that deletes also if the token lacks a scope for that or for
     * what comes after it.
     */
    public static void require(List<TargetPackage> targets, boolean dry) {
        DeletionCheck.require(targets, true);
        if (!dry) {
            DeletionCheck.requireScopes(targets, Operation.DELETE);
            DeletionCheck.requireScopes(targets, Operation.RESTORE);
        }
    }

    /** The scopes for want of which a run that compacts would be refused, as warnings. */
    public static List<String> missingScopes(Collection<TargetPackage> targets) {
        List<String> missing = TargetPackage.missingScopes(targets, Operation.DELETE, "A run that compacts");
        return missing.isEmpty()
                ? TargetPackage.missingScopes(targets, Operation.RESTORE, "A run that compacts")
                : missing;
    }

    /** Compacts one snapshot; what goes wrong is its outcome. */
    public Result compact(Found found) {
        Kept kept = Objects.requireNonNull(found.plan());
        underWay = null;
        PackagesException before = stop;
        if (before != null) {
            return new Result(Outcome.NOT_ATTEMPTED, before.reason());
        }
        try {
            Result result = compact(found, kept);
            underWay = null;
            return result;
        } catch (PackagesException e) {
            stopWhere(e.id() == Id.JOURNAL_NOT_WRITABLE ? e : null);
            String problem = e.tried() + " " + e.reason();
            KeptFiles files = underWay;
            return files == null
                    ? new Result(Outcome.FAILED, problem)
                    : failed(files, Outcome.FAILED, problem, howToResume(files));
        }
    }

    private Result compact(Found found, Kept kept) {
        JournalWriter journal = journals.apply(found.target());
        StoredCompaction stored = new StoredCompaction(
                found.target().ref(),
                kept.files().registry(),
                kept.files().groupId(),
                kept.files().artifactId(),
                found.version().id(),
                found.version().name(),
                kept.lastUpdated(),
                kept.builds().kept(),
                false);
        KeptFiles files = new KeptFiles(folder(journal.file(), stored), kept.files(), stored);
        Optional<String> problem = files.download();
        if (problem.isPresent()) {
            return after(files, new Result(Outcome.FAILED, problem.get() + "; nothing was deleted"));
        }
        PackagesException cancelled = stop;
        if (cancelled != null) {
            return after(files, new Result(Outcome.NOT_ATTEMPTED, cancelled.reason()));
        }
        underWay = files;
        Sent sent = new ChangeSender(deletion(found, kept), waitForEffect).send(journal);
        stopWhere(sent.stop());
        if (sent.result().outcome() == Outcome.DELETED) {
            return upload(found.target(), files);
        }
        Outcome outcome = sent.result().outcome();
        if (outcome == Outcome.UNKNOWN || outcome == Outcome.FAILED) {
            // What was sent may still take effect.
            return failed(files, outcome, String.valueOf(sent.result().message()), howToResume(files));
        }
        return after(files, sent.result());
    }

    /** The result, once the files are not needed any more. */
    private static Result after(KeptFiles files, Result result) {
        return files.remove()
                .map(problem -> new Result(
                        result.outcome(), result.message() == null ? problem : result.message() + "; " + problem))
                .orElse(result);
    }

    /** Called off if the snapshot was deployed since the survey. */
    private static DeleteVersion deletion(Found found, Kept kept) {
        SnapshotMetadata then = new SnapshotMetadata(kept.lastUpdated(), kept.lastNumber());
        PackageVersion version = found.version();
        TargetPackage target = found.target().with(name -> now(kept.files().facts(name)));
        PackageHistory history =
                new PackageHistory(target.ref(), null, found.versions(), Map.of(version.id(), then), List.of());
        String reason = "uploaded again with " + kept.builds().keptBuilds() + " of its "
                + kept.builds().builds() + " builds";
        return new DeleteVersion(target, history, Verdict.delete(version, Cause.Step.KEEP_BUILDS, reason));
    }

    private static Optional<SnapshotMetadata> now(SnapshotFacts facts) {
        return Optional.ofNullable(facts.lastUpdated()).map(at -> new SnapshotMetadata(at, facts.buildNumber()));
    }

    /** Beside the journal, which is new in each run. */
    private static Path folder(Path journal, StoredCompaction stored) {
        String run = String.valueOf(journal.getFileName()).replaceFirst("\\.jsonl$", "");
        String snapshot = stored.ref().name().value() + "-" + stored.version();
        String safe = snapshot.replaceAll("[^A-Za-z0-9._-]", "_");
        return journal.toAbsolutePath()
                .resolveSibling(run + "-builds")
                .resolve(safe.equals(snapshot) ? safe : safe + "-" + stored.id());
    }

    /** Goes on with a compaction that did not come to its end, by what the registry shows now. */
    public Result resume(TargetPackage target, SnapshotFiles registry, StoredCompaction stored, Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        KeptFiles files = new KeptFiles(folder, registry, stored);
        Optional<String> damage = files.damage();
        if (damage.isPresent()) {
            throw new PackagesException(
                    Id.NOT_RESUMABLE,
                    "Resuming the compaction of " + stored.ref() + " " + stored.version() + " failed.",
                    damage.get() + ".",
                    "As long as no version " + stored.version() + " is there, restore-version -Dghpackages.versionIds="
                            + stored.id() + " brings all of its builds back. Nothing was changed.");
        }
        underWay = files;
        Result result = upload(target, files);
        underWay = null;
        return result;
    }

    private Result upload(TargetPackage target, KeptFiles files) {
        Reupload.End end = new Reupload(target, files, waitForEffect).carryOut();
        if (end.isNothingThere()) {
            return restored(target, files, end.problem());
        }
        if (end.problem() == null) {
            return after(files, Result.of(Outcome.COMPACTED));
        }
        return failed(files, Outcome.FAILED, end.problem(), end.advice() == null ? howToResume(files) : end.advice());
    }

    private Result restored(TargetPackage target, KeptFiles files, @Nullable String problem) {
        int earlier = restore.results().size();
        restore.restore(target, List.of(files.deleted()));
        Result result = restore.results().get(earlier).result();
        stopWhere(restore.stop());
        if (result.outcome() == Outcome.RESTORED || result.outcome() == Outcome.ALREADY_ACTIVE) {
            return after(
                    files,
                    new Result(Outcome.REFUSED, problem + ", so the snapshot was restored with all of its builds"));
        }
        return failed(
                files,
                Outcome.FAILED,
                problem + ", and restoring the snapshot failed: " + result.outcome() + ", " + result.message(),
                howToResume(files));
    }
}
