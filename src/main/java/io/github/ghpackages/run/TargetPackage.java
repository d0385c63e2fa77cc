package io.github.ghpackages.run;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackageHistory.Guard;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One package that a run works on, and the way to it.
 *
 * @param github the API that serves it
 * @param owner whose package it is
 * @param name its name
 * @param repository {@code owner/name} of the repository that must own it, if a registry URL names one; else null
 * @param coherenceGroup equal among the modules of one reactor at one registry; null: judged on its own
 * @param guards finds, among its versions, those that stay whatever the policy says
 * @param snapshots reads the metadata of its snapshots, by version; null if the registry or the coordinates are not known
 */
public record TargetPackage(
        GitHubPackages github,
        Owner owner,
        PackageName name,
        @Nullable String repository,
        @Nullable String coherenceGroup,
        Function<List<PackageVersion>, List<Guard>> guards,
        @Nullable Function<String, Optional<SnapshotMetadata>> snapshots) {

    /** The APIs of these packages. */
    public static Set<ApiUrl> apis(List<TargetPackage> targets) {
        return PackageRef.apis(targets.stream().map(TargetPackage::ref).toList());
    }

    public Account account() {
        return new Account(github.apiUrl(), owner.login());
    }

    /** The same package, whose snapshots' metadata is read in another way. */
    TargetPackage with(Function<String, Optional<SnapshotMetadata>> otherSnapshots) {
        return new TargetPackage(github, owner, name, repository, coherenceGroup, guards, otherSnapshots);
    }

    /** The package in reports, plans and journals. */
    public PackageRef ref() {
        return new PackageRef(account(), name);
    }

    /** The package as a whole; empty if it does not exist, or the token can't see it. */
    public Optional<PackageDetails> find() {
        return github.find(owner, name);
    }

    /** All versions in this state. */
    public List<PackageVersion> versions(State state) {
        return github.versions(owner, name, state);
    }

    /** The active versions; empty if the package does not exist. */
    public Optional<List<PackageVersion>> activeVersions() {
        return github.activeVersions(owner, name);
    }

    /** The versions in this state of the package, which must be the one that the build means; empty if it does not exist. */
    Optional<List<PackageVersion>> versionsOfTheRightPackage(State state) {
        Optional<PackageDetails> found = find();
        found.flatMap(this::mismatch).ifPresent(mismatch -> {
            throw mismatch;
        });
        return found.map(details -> versions(state));
    }

    Optional<PackageVersion> version(long id) {
        return github.version(owner, name, id);
    }

    /** Whether this version is there. A listing may still show what is deleted (dataaxiom/ghcr-cleanup-action#121). */
    boolean isActive(long id) {
        return version(id).filter(found -> found.state() == State.ACTIVE).isPresent();
    }

    ChangeRequest deletion(long id) {
        return github.deletion(owner, name, id);
    }

    ChangeRequest packageDeletion() {
        return github.packageDeletion(owner, name);
    }

    ChangeRequest restore(long id) {
        return github.restore(owner, name, id);
    }

    ChangeRequest packageRestore() {
        return github.packageRestore(owner, name);
    }

    PackagesException explainRefusal(Operation operation, ChangeResponse answer) {
        return github.explainRefusal(operation, owner, name, answer);
    }

    /** Why this is not the package that the build means; empty if it is. */
    Optional<PackagesException> mismatch(PackageDetails found) {
        return mismatch("owner", owner.login(), found.ownerLogin())
                .or(() ->
                        repository == null ? Optional.empty() : mismatch("repository", repository, found.repository()));
    }

    private Optional<PackagesException> mismatch(String what, String expected, @Nullable String actual) {
        return expected.equalsIgnoreCase(actual)
                ? Optional.empty()
                : Optional.of(new PackagesException(
                        Id.WRONG_ACCOUNT,
                        "Checking package " + ref() + " failed.",
                        "Its " + what + " is " + (actual == null ? "not reported by GitHub" : actual)
                                + ", but the build names " + expected + ".",
                        "Correct the registry URL (distributionManagement or -Dghpackages.registryUrl) or"
                                + " -Dghpackages.owner. Nothing was changed."));
    }

    /**
     * Whether a snapshot was deployed again since the plan was made; empty if it was not, or if the plan went by GitHub's dates
     * alone. GitHub's dates of a snapshot do not move on redeploy (bitwarden/sdk-sm#321), so its metadata is read once more.
     */
    Optional<Result> redeployedSince(PackageHistory history, PackageVersion version) {
        SnapshotMetadata then = history.snapshots().get(version.id());
        return then == null || snapshots == null
                ? Optional.empty()
                : redeployed(then, snapshots.apply(version.name()).orElse(null));
    }

    /** Whether a snapshot was deployed again between two readings of its metadata. */
    static Optional<Result> redeployed(@Nullable SnapshotMetadata then, @Nullable SnapshotMetadata now) {
        if (then == null || now == null) {
            return Optional.of(new Result(
                    Outcome.CHANGED,
                    "its maven-metadata.xml can't be read now, or could not when the plan was made, so a deploy"
                            + " in between can't be ruled out"));
        }
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(new Result(Outcome.CHANGED, "it was deployed again since the plan was made"));
    }

    /**
     * A warning for each token that lacks a scope.
     *
     * @param run what is refused without it, such as {@code A run that deletes}
     */
    static List<String> missingScopes(Collection<TargetPackage> targets, Operation operation, String run) {
        return targets.stream()
                .map(target -> target.github().missingScope(operation))
                .flatMap(Optional::stream)
                .map(missing ->
                        run + " would be refused (" + missing.id() + "): " + missing.reason() + " " + missing.remedy())
                .distinct()
                .toList();
    }
}
