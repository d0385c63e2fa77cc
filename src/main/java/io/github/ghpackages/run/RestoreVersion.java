package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.Operation;

/** Restores one version. */
record RestoreVersion(TargetPackage target, PackageVersion version) implements Change {

    @Override
    public Operation operation() {
        return Operation.RESTORE;
    }

    @Override
    public ChangeRequest request() {
        return target.restore(version.id());
    }

    @Override
    public Effect effect() {
        return target.isActive(version.id()) ? Effect.SEEN : Effect.NONE;
    }

    @Override
    public void writeBefore(JournalWriter journal) {
        journal.before(target.ref(), version, "restore-version", "restore");
    }

    @Override
    public void writeAfter(JournalWriter journal, Sent sent) {
        journal.after(target.ref(), version.id(), sent.result(), sent.status(), sent.requestId());
    }
}
