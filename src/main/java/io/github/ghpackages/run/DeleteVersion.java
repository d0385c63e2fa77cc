package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes one version.
 *
 * @param history what the plan knows of the package
 */
record DeleteVersion(TargetPackage target, PackageHistory history, Verdict verdict) implements Change {

    @Override
    public Operation operation() {
        return Operation.DELETE;
    }

    @Override
    public ChangeRequest request() {
        return target.deletion(version().id());
    }

    @Override
    public Optional<Result> blocked() {
        return target.name().type().isImage() ? retagged() : target.redeployedSince(history, version());
    }

    /** A tag moves to another version whenever somebody pushes it. */
    private Optional<Result> retagged() {
        return target.version(version().id())
                .filter(now ->
                        !Set.copyOf(now.tags()).equals(Set.copyOf(version().tags())))
                .map(now -> new Result(Outcome.CHANGED, "its tags have changed since the plan was made"));
    }

    @Override
    public Effect effect() {
        Optional<PackageVersion> found = target.version(version().id());
        if (found.isPresent()) {
            return found.get().state() == State.ACTIVE ? Effect.NONE : Effect.SEEN;
        }
        // A token that can't see the package sees no version either.
        return target.find().isPresent() ? Effect.SEEN : Effect.HIDDEN;
    }

    @Override
    public void writeBefore(JournalWriter journal) {
        journal.before(target.ref(), version(), verdict.rule(), verdict.reason());
    }

    @Override
    public void writeAfter(JournalWriter journal, Sent sent) {
        journal.after(target.ref(), version().id(), sent.result(), sent.status(), sent.requestId());
    }

    private PackageVersion version() {
        return verdict.version();
    }
}
