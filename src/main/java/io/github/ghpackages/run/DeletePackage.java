package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.retention.PackageHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a whole package, because the user asked for that. It removes every version at once, also one that was published since the
 * listing, so the package is listed again right before, and is not deleted unless the same versions are there. For the same reason
 * it is sent only once.
 *
 * @param history what the plan knows of the package
 * @param reason why, for the journal
 */
record DeletePackage(TargetPackage target, PackageHistory history, String reason) implements Change {

    @Override
    public Operation operation() {
        return Operation.DELETE;
    }

    @Override
    public int mostAttempts() {
        return 1;
    }

    @Override
    public ChangeRequest request() {
        return target.packageDeletion();
    }

    @Override
    public Optional<Result> blocked() {
        Optional<String> redeployed = Concurrently.map(history.versions(), this::redeployed).stream()
                .flatMap(Optional::stream)
                .findFirst();
        // Last, since the deletion is decided by this listing.
        List<PackageVersion> fresh = target.versions(State.ACTIVE);
        return new HashSet<>(fresh).equals(new HashSet<>(history.versions()))
                ? redeployed.map(why -> new Result(Outcome.CHANGED, why))
                : Optional.of(new Result(Outcome.CHANGED, "versions were added or removed since the plan was made"));
    }

    private Optional<String> redeployed(PackageVersion version) {
        return target.redeployedSince(history, version).map(result -> version.name() + ": " + result.message());
    }

    @Override
    public Effect effect() {
        return target.find().isPresent() ? Effect.NONE : Effect.SEEN;
    }

    @Override
    public String seen() {
        return "the package is gone";
    }

    @Override
    public String notSeen() {
        return "the package is still there";
    }

    @Override
    public void writeBefore(JournalWriter journal) {
        journal.beforePackage(target.ref(), reason, history.versions());
    }

    @Override
    public void writeAfter(JournalWriter journal, Sent sent) {
        journal.afterPackage(target.ref(), sent.result(), sent.status(), sent.requestId());
    }
}
