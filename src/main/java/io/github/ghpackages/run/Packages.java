package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.PackageDetails;
import io.github.ghpackages.text.SafeText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading that deletions and restores have in common. */
final class Packages {

    private Packages() {}

    /** The package, which is the one that the build means; empty where it does not exist. */
    static Optional<PackageDetails> find(TargetPackage subject) {
        Optional<PackageDetails> details = subject.github().find(subject.owner(), subject.name());
        details.flatMap(found -> mismatch(subject, found)).ifPresent(mismatch -> {
            throw mismatch;
        });
        return details;
    }

    /** Why this is not the package that the build means; empty where it is. */
    static Optional<PackagesException> mismatch(TargetPackage subject, PackageDetails found) {
        String repository = subject.repository();
        return mismatch(subject, "owner", subject.owner().login(), found.ownerLogin())
                .or(() -> repository == null
                        ? Optional.empty()
                        : mismatch(subject, "repository", repository, found.repository()));
    }

    /** The versions of a package; empty where the package does not exist. */
    static Optional<List<PackageVersion>> versions(TargetPackage subject, State state) {
        return find(subject).map(found -> subject.github().versions(subject.owner(), subject.name(), state));
    }

    static Comparator<PackageVersion> lastDeletedFirst() {
        Comparator<Instant> oldestFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        return Comparator.comparing(PackageVersion::deletedAt, oldestFirst)
                .thenComparing(PackageVersion::id)
                .reversed();
    }

    private static Optional<PackagesException> mismatch(
            TargetPackage subject, String what, String expected, @Nullable String actual) {
        return expected.equalsIgnoreCase(actual)
                ? Optional.empty()
                : Optional.of(new PackagesException(
                        Id.WRONG_ACCOUNT,
                        "Checking that package "
                                + SafeText.harmless(subject.ref().toString()) + " is the one this build means failed.",
                        "Its " + what + " is " + (actual == null ? "not told by GitHub" : SafeText.harmless(actual))
                                + ", and the build names " + SafeText.harmless(expected) + ".",
                        "Correct the registry URL (distributionManagement or -Dghpackages.registryUrl) or"
                                + " -Dghpackages.owner. Nothing was changed."));
    }
}
