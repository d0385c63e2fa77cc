package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.text.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why GitHub says 404 or 403: the same answer means a wrong name or a missing right, so one or two reads find out which. */
final class DenialDiagnosis {

    private final GitHubPackages packages;
    private final ErrorTable failures;
    private final Map<Shelf, List<String>> namesOnShelves = new HashMap<>();

    /** Where the packages stand that could have been meant. */
    private record Shelf(Owner owner, PackageType type) {}

    DenialDiagnosis(GitHubPackages packages, ErrorTable failures) {
        this.packages = packages;
        this.failures = failures;
    }

    /** There is no such package, or none that the token can see. */
    PackagesException missing(Owner owner, PackageName name) {
        List<String> near = nearNames(owner, name);
        String spelling = near.isEmpty()
                ? "Check the spelling, and whether the package was ever published."
                : "Did you mean " + String.join(" or ", near) + "?";
        return new PackagesException(
                Id.PACKAGE_NOT_FOUND,
                "Looking up the package " + owner + "/" + name + " failed.",
                "GitHub knows no such package, or hides it from this token.",
                spelling + " " + whatHidesPackages());
    }

    /** Why GitHub may say that a package is not there although it is. */
    String whatHidesPackages() {
        return "To see a private package, a token (classic) needs the scopes read:packages and repo, and read"
                + " access to its repository."
                + failures.registryHint();
    }

    /** GitHub declined a deletion or a restore. */
    PackagesException refused(Operation operation, Owner owner, PackageName name, ChangeResponse answer) {
        String tried = operation.capitalised() + " a version of " + owner + "/" + name;
        PackagesException asItStands = failures.explain(tried, operation, answer.response());
        if (!answer.isNotFound() || asItStands.id() != Id.ACCESS_DENIED) {
            return asItStands;
        }
        try {
            return packages.find(owner, name)
                    .map(details -> withoutRight(operation, tried, answer, details.repository()))
                    .orElseGet(() -> missing(owner, name));
        } catch (PackagesException e) {
            return asItStands;
        }
    }

    private static PackagesException withoutRight(
            Operation operation, String tried, ChangeResponse answer, @Nullable String repository) {
        String where = repository == null ? "its repository" : "the repository " + repository;
        String also = operation == Operation.RESTORE ? "if there is nothing to restore, and " : "";
        return new PackagesException(
                Id.ACCESS_DENIED,
                tried + " failed.",
                "GitHub answered " + answer + ", although the token can read the package. It does so " + also
                        + "to anyone without the admin role on " + where + ".",
                "Use a token of someone with the admin role on " + where
                        + ", or in a workflow of that repository its GITHUB_TOKEN with 'permissions: packages: write'.");
    }

    /** Names that could have been meant; none where a listing is not possible. */
    List<String> nearNames(Owner owner, PackageName name) {
        return Spelling.near(name.value(), namesOn(new Shelf(owner, name.type())));
    }

    /** Asked once: a first deploy of a reactor has a hundred packages that are not there, and all are looked for here. */
    private synchronized List<String> namesOn(Shelf shelf) {
        return namesOnShelves.computeIfAbsent(shelf, this::read);
    }

    private List<String> read(Shelf shelf) {
        try {
            return packages.packages(shelf.owner(), shelf.type()).stream()
                    .map(known -> known.name().value())
                    .toList();
        } catch (PackagesException e) {
            return List.of();
        }
    }
}
