package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Uploads what stays of a snapshot that was deleted. What the registry shows decides: nothing is uploaded over what somebody else
 * has deployed meanwhile, and a file that was uploaded before is uploaded again or left, whatever the registry prefers.
 */
final class Reupload {

    /**
     * How it ended.
     *
     * @param problem what went wrong, without a full stop; null if everything is there
     * @param isNothingThere whether nothing of it is in the registry, so that the snapshot can be restored
     * @param advice what to do about the problem; null: go on
     */
    record End(
            @Nullable String problem,
            boolean isNothingThere,
            @Nullable String advice) {}

    private static final int ATTEMPTS = 3;
    private static final End DONE = new End(null, false, null);

    private final TargetPackage target;
    private final KeptFiles kept;
    private final SnapshotFiles registry;
    private final Runnable waitForEffect;

    Reupload(TargetPackage target, KeptFiles kept, Runnable waitForEffect) {
        this.target = target;
        this.kept = kept;
        this.registry = kept.registry();
        this.waitForEffect = waitForEffect;
    }

    End carryOut() {
        try {
            return upload();
        } catch (PackagesException e) {
            return unfinished(e.reason().replaceFirst("\\.$", ""));
        }
    }

    private End upload() {
        Optional<PackageVersion> there = active();
        if (there.isPresent() && there.get().id() == kept.deleted().id()) {
            return new End(
                    "the snapshot has not been deleted, or was restored",
                    false,
                    "it has all of its builds, so there is nothing to resume. Start a new run.");
        }
        boolean isFirst = there.isEmpty();
        if (there.isPresent() && !kept.hasBegun()) {
            return deployedMeanwhile();
        }
        kept.begin();
        for (String name : kept.names()) {
            Optional<String> problem = put(name);
            if (problem.isPresent()) {
                return isFirst && active().isEmpty() ? new End(problem.get(), true, null) : unfinished(problem.get());
            }
            isFirst = false;
        }
        SnapshotFacts facts = registry.facts(kept.version());
        if (facts.problem() != null && registry.status(kept.version(), SnapshotFiles.METADATA) != 404) {
            return unfinished(facts.problem());
        }
        if (facts.files().containsAll(kept.files())) {
            return readBack();
        }
        if (!kept.files().containsAll(facts.files())) {
            return deployedMeanwhile();
        }
        for (String name : kept.metadata()) {
            Optional<String> problem = put(name);
            if (problem.isPresent()) {
                return unfinished(problem.get());
            }
        }
        return readBack();
    }

    private Optional<PackageVersion> active() {
        return target.activeVersions().orElse(List.of()).stream()
                .filter(version -> version.name().equals(kept.version()))
                .filter(version -> target.isActive(version.id()))
                .findFirst();
    }

    /** Uploads a file; what went wrong if it is not there afterwards. */
    private Optional<String> put(String name) {
        String problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1) {
                waitForEffect.run();
            }
            int status = status(name);
            if (status >= 200 && status < 300 || status == 409 && isThere(name)) {
                return Optional.empty();
            }
            problem = "the upload of " + name + " failed"
                    + (status == 0 ? ": the connection broke" : ": the registry answered HTTP " + status);
            if (status >= 400 && status < 500 && status != 408 && status != 429) {
                break;
            }
        }
        return Optional.of(problem);
    }

    /** 0 if the connection broke. */
    private int status(String name) {
        try {
            return registry.upload(kept.version(), name, kept.path(name));
        } catch (PackagesException e) {
            if (e.id() == Id.CONNECTION_FAILED) {
                return 0;
            }
            throw e;
        }
    }

    /**
     * Whether a file that the registry does not take a second time is the one that is kept here. Its checksums and the metadata are
     * read back at the end.
     */
    private boolean isThere(String name) {
        return kept.files().stream()
                .filter(file -> file.name(registry.artifactId()).equals(name))
                .findFirst()
                .map(file -> hasChecksum(file)
                        .orElseGet(() -> registry.size(kept.version(), name).equals(Optional.of(kept.size(name)))))
                .orElse(true);
    }

    /** Whether the registry has the checksum of the file that is kept here; empty if it has none. */
    private Optional<Boolean> hasChecksum(SnapshotFile file) {
        return registry.text(kept.version(), file.name(registry.artifactId()) + ".sha1")
                .map(checksum -> KeptFiles.isSame(checksum, kept.sha1(file)));
    }

    private End readBack() {
        String problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1) {
                waitForEffect.run();
            }
            problem = notSeen();
            if (problem.isEmpty()) {
                return DONE;
            }
        }
        return unfinished(problem);
    }

    private String notSeen() {
        SnapshotFacts facts = registry.facts(kept.version());
        if (facts.problem() != null) {
            return "everything is uploaded, but " + facts.problem();
        }
        Set<SnapshotFile> listed = new HashSet<>(facts.files());
        for (SnapshotFile file : kept.files()) {
            String name = file.name(registry.artifactId());
            if (!listed.contains(file)) {
                return "everything is uploaded, but maven-metadata.xml does not list " + name;
            }
            if (!hasChecksum(file).orElse(false)) {
                return "everything is uploaded, but the checksum of " + name + " is not there";
            }
        }
        return "";
    }

    private End unfinished(String problem) {
        return new End(problem, false, null);
    }

    /** Theirs stays; what was uploaded before under names of its own is no part of it. */
    private End deployedMeanwhile() {
        return new End(
                "somebody deployed it after its deletion, so nothing was uploaded over that",
                false,
                "the builds that were to stay are in " + kept.path("")
                        + ". To have all old builds back instead, delete the version that was deployed, then run"
                        + " restore-version -Dghpackages.versionIds="
                        + kept.deleted().id());
    }
}
