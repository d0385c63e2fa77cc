package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.Operation;
import java.util.List;

/**
 * Restores a package that was deleted as a whole.
 *
 * @param versions the versions that were deleted with it
 */
record RestorePackage(TargetPackage target, List<PackageVersion> versions) implements Change {

    @Override
    public Operation operation() {
        return Operation.RESTORE;
    }

    @Override
    public ChangeRequest request() {
        return target.packageRestore();
    }

    @Override
    public Effect effect() {
        return target.find().isPresent() ? Effect.SEEN : Effect.NONE;
    }

    @Override
    public void writeBefore(JournalWriter journal) {
        journal.beforePackage(target.ref(), "restore", versions);
    }

    @Override
    public void writeAfter(JournalWriter journal, Sent sent) {
        journal.afterPackage(target.ref(), sent.result(), sent.status(), sent.requestId());
    }
}
