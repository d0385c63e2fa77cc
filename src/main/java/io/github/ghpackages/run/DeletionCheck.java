package io.github.ghpackages.run;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.github.PackageDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold before anything is deleted in a package. The goals that delete ask this before the first deletion of a run, and
 * {@code check-access} asks the same.
 */
public final class DeletionCheck {

    private static final Set<String> IMAGES = Set.of("container", "docker");

    private DeletionCheck() {}

    /** Why nothing may be deleted in packages of this type; empty where it may. Reads nothing. */
    public static Optional<PackagesException> ofType(String type) {
        return IMAGES.contains(type)
                ? Optional.of(new PackagesException(
                        Id.INVALID_PARAMETER,
                        "Deleting versions of a package of the type " + type + " was refused.",
                        "An image for several platforms consists of several versions, most of them without a tag, and"
                                + " this plugin can't distinguish those in use from unused ones.",
                        "Delete images with a tool that reads their manifests. list-versions and restore-version work"
                                + " for this type too. Nothing was deleted."))
                : Optional.empty();
    }

    /** Why nothing may be deleted in this package; empty where it may. Reads the package once. */
    public static Optional<PackagesException> of(TargetPackage subject) {
        return ofAccount(subject).or(() -> ofType(subject.name().type()));
    }

    /** Fails where nothing may be deleted in one of these packages, of all of which versions are to be deleted. */
    static void require(List<TargetPackage> subjects) {
        throwFirst(Concurrently.map(subjects, DeletionCheck::of));
    }

    /** Fails where one of the tokens lacks a scope for deleting, as far as GitHub reports its scopes. */
    static void requireScopes(List<TargetPackage> subjects) {
        throwFirst(subjects.stream()
                .map(subject -> subject.github().missingScope(Operation.DELETE))
                .toList());
    }

    /** The package must be the one that the build means. */
    private static Optional<PackagesException> ofAccount(TargetPackage subject) {
        Optional<PackageDetails> details = subject.github().find(subject.owner(), subject.name());
        return details.isEmpty()
                ? Optional.of(subject.github().explainMissing(subject.owner(), subject.name()))
                : Packages.mismatch(subject, details.get());
    }

    private static void throwFirst(List<Optional<PackagesException>> objections) {
        objections.stream().flatMap(Optional::stream).findFirst().ifPresent(first -> {
            throw first;
        });
    }
}
