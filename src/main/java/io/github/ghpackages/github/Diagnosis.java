package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import java.util.List;

/** Why GitHub says 404 or 403: the same answer stands for a wrong name and for a missing right, so one or two reads tell. */
final class Diagnosis {

    private final GitHubPackages packages;
    private final Failures failures;

    Diagnosis(GitHubPackages packages, Failures failures) {
        this.packages = packages;
        this.failures = failures;
    }

    /** There is no such package, or none that the token can see. */
    PackagesException missing(Owner owner, PackageName name) {
        List<String> near = nearNames(owner, name);
        String spelling = near.isEmpty()
                ? "Check the spelling, and that the package was ever published."
                : "Did you mean " + String.join(" or ", near) + "?";
        return new PackagesException(
                Id.PACKAGE_NOT_FOUND,
                "Looking up the package " + shown(owner, name) + " failed.",
                "GitHub knows no such package, or hides it from this token.",
                spelling
                        + " A private package is seen only with read access to its repository, and a token (classic) with the scopes read:packages and repo."
                        + failures.registryHint());
    }

    /** GitHub declined a deletion or a restore. */
    PackagesException refused(Operation operation, Owner owner, PackageName name, Answer answer) {
        String tried = Text.harmless(operation.capitalised() + " a version of " + shown(owner, name));
        PackagesException asItStands = failures.explain(tried, operation, answer.response());
        if (!answer.isNotFound() || asItStands.id() != Id.ACCESS_DENIED) {
            return asItStands;
        }
        var details = packages.find(owner, name);
        if (details.isEmpty()) {
            return missing(owner, name);
        }
        String repository = details.get().repository();
        String where = repository == null ? "its repository" : "the repository " + Text.harmless(repository);
        return new PackagesException(
                Id.ACCESS_DENIED,
                tried + " failed.",
                "The token can read the package, but GitHub answered " + answer
                        + ": so it does to whoever lacks the admin right on " + where + ".",
                "Use a token of somebody with the admin role on " + where
                        + ", or in a workflow of that repository its GITHUB_TOKEN with 'permissions: packages: write'.");
    }

    /** Names that could have been meant; none where a listing is not possible. */
    private List<String> nearNames(Owner owner, PackageName name) {
        try {
            return NearNames.to(
                    name.value(),
                    packages.packages(owner, name.type()).stream()
                            .map(known -> known.name().value())
                            .toList());
        } catch (PackagesException e) {
            return List.of();
        }
    }

    private static String shown(Owner owner, PackageName name) {
        return Text.harmless(owner + "/" + name);
    }
}
